/** What a process and all that it has started use, as the kernel counts it (proc(5)). */
import { readFileSync, readdirSync } from 'node:fs';

/** What has been used so far. */
export interface Usage {
  /** CPU time in microseconds; the kernel counts in steps of ten milliseconds. */
  readonly cpu: number;
  /** Resident memory in bytes. */
  readonly memory: number;
}

const TICK = 10_000;
const PAGE = 4_096;

/** The use of a process group: a gateway and its threads and children, or without the one that began the group. */
export function usageOfGroup(group: number, isLeaderCounted: boolean): Usage {
  let cpu = 0;
  let memory = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry) || (Number(entry) === group && !isLeaderCounted)) continue;
    const fields = statOf(entry);
    if (fields === null || Number(fields[2]) !== group) continue;
    cpu += (Number(fields[11]) + Number(fields[12])) * TICK;
    memory += Number(fields[21]) * PAGE;
  }
  return { cpu, memory };
}

/** The fields of `/proc/PID/stat` after the name, which may hold blanks; null for a process that has gone. */
function statOf(pid: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
