// Programs of Debian's that a few tests need. They are installed where that can be done; else it is said what is not tested.
import { spawnSync } from 'node:child_process';

/** Sees to it that there is a program, where this process may install its package. */
export function ensureProgram(program, debianPackage, untested) {
  if (succeeds(program, ['--version'])) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    process.stderr.write(`Installing ${debianPackage} for tests…\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    const install = ['install', '-y', '-qq', '--no-install-recommends', debianPackage];
    if (succeeds('apt-get', install, env)) return;
    if (succeeds('apt-get', ['update', '-qq'], env) && succeeds('apt-get', install, env)) return;
  }
  process.stderr.write(`NO ${program} on this machine: ${untested} NOT tested\n`);
}

function succeeds(command, args, env = process.env) {
  return spawnSync(command, args, { stdio: 'ignore', env, timeout: 300_000 }).status === 0;
}
