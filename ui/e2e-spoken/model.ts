import { spawn, type ChildProcess } from 'node:child_process';
import { expect } from '@playwright/test';

/** What the stand-in for a server of PersonaPlex says: at once, or when what it hears has paused. */
export type Line = { say: string } | { answer: string };

/** A stand-in for a server of PersonaPlex, in a process of its own, at the address that Readback was told. */
export class Model {
  private printed = '';

  private constructor(private readonly process: ChildProcess) {
    process.stdout?.on('data', (text: Buffer) => (this.printed += text.toString()));
  }

  static async start(lines: Line[]): Promise<Model> {
    const [program = '', ...given] = JSON.parse(process.env['PERSONA_STAND_IN'] ?? '[]') as string[];
    const said = lines.flatMap((line) => ('say' in line ? ['--say', line.say] : ['--answer', line.answer]));
    const model = new Model(spawn(program, [...given, '--flite', '--step', '10', ...said], { stdio: ['ignore', 'pipe', 'inherit'] }));
    await expect.poll(() => model.printed).toMatch(/\d+\n/);
    return model;
  }

  /** What it was told before a conversation. */
  get prompts(): string[] {
    return this.printed.split('\n').flatMap((line) => (line.startsWith('prompt: ') ? [line.slice('prompt: '.length)] : []));
  }

  /** As when the machine it runs on dies. */
  kill(): void {
    this.process.kill('SIGKILL');
  }
}
