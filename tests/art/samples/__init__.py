"""Small works that tests make: only the tests marked `makers` may import what is here."""
