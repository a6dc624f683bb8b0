// Choices per second of inkjs on a story: every line read, every choice taken by the same rule.
// usage: node ink_loop.js FOLDER_WITH_NODE_MODULES STORY.json SECONDS
const path = require("path");
const fs = require("fs");
const { Story } = require(path.join(process.argv[2], "node_modules", "inkjs", "dist", "ink.js"));
const story = new Story(fs.readFileSync(process.argv[3], "utf8").replace(/^\uFEFF/, ""));
const limit = Number(process.argv[4]) * 1000;
let choices = 0, seed = 7, read = 0;
const begin = performance.now(), cpu = process.cpuUsage();
while (performance.now() - begin < limit) {
  for (let n = 0; n < 200; n++) {
    while (story.canContinue) read += story.Continue().length;
    const open = story.currentChoices;
    for (const choice of open) read += choice.text.length;
    seed = (seed * 1103515245 + 12345) % 2147483648;
    story.ChooseChoiceIndex(seed % open.length);
    choices++;
  }
}
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({ choices, cpu: (used.user + used.system) / 1e6, read }));
