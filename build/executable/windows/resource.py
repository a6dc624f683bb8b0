"""What Windows shows of the program under Properties, Details: PyInstaller's version file."""

from __future__ import annotations

_TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('080904B0', [
      StringStruct('CompanyName', 'The authors of {title}'),
      StringStruct('FileDescription', '{title}'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', '{command}'),
      StringStruct('LegalCopyright', 'MIT, CC BY-SA 4.0, OFL 1.1: see licences'),
      StringStruct('OriginalFilename', '{command}.exe'),
      StringStruct('ProductName', '{title}'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0809, 1200])])
  ]
)
"""


def resource(title: str, command: str, version: str) -> str:
    """The file's text. `version` is like `1.2` or `1.2.3`; Windows wants four numbers."""
    numbers = tuple(([int(part) for part in version.split(".")] + [0] * 4)[:4])
    return _TEXT.format(title=title, command=command, version=version, numbers=numbers)
