// Builds the page, and only what needs it: packages when the lock file is newer, the page when a source is. Called by Maven.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(import.meta.dirname);
const page = '../app/target/classes/page/index.html';
const sources = ['src', 'public', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'icons.mjs'];

const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(changed(path), ...readdirSync(path).map((name) => newest(join(path, name))))
    : changed(path);

function npm(...words) {
  console.log(`page: npm ${words.join(' ')}`);
  const { status, error } = spawnSync('npm', words, { stdio: 'inherit' });
  if (error || status !== 0) {
    console.error(`page: npm ${words[0]} failed${error ? `: ${error.message}` : ''}`);
    process.exit(status || 1);
  }
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`page: Node 20.19 or newer is needed to build the page; this is ${process.versions.node}`);
  process.exit(1);
}
if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
}
if (changed(page) < Math.max(...sources.map(newest))) {
  npm('run', 'build', '--silent');
}
