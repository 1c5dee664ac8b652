const { execSync } = require('node:child_process');
console.log(process.argv.slice(2).join(' '), execSync('date +%F').toString());
