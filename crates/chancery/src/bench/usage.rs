//! What processes and the machine use, as Linux tells it under `/proc`. Elsewhere nothing is known.

use std::fs;
use std::time::Duration;

/// Processor time that a process has used, in user and system mode, over all its threads.
pub(super) fn processor_time(pid: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in parentheses may hold anything; the numbers begin behind the last of them.
    let (_, numbers) = stat.rsplit_once(')')?;
    let mut numbers = numbers.split_ascii_whitespace().skip(USER_TIME);
    let user: u64 = numbers.next()?.parse().ok()?;
    let system: u64 = numbers.next()?.parse().ok()?;
    Some(ticks(user + system))
}

/// Processor time that all processes and the kernel have used, over all processors.
pub(super) fn busy_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let first = stat.lines().next()?.strip_prefix("cpu ")?;
    let numbers: Vec<u64> = first.split_ascii_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    // user nice system idle iowait irq softirq steal; guests are in user already.
    let busy = [0, 1, 2, 5, 6, 7].into_iter().filter_map(|index| numbers.get(index)).sum();
    Some(ticks(busy))
}

/// Memory of a process that is in RAM, in bytes.
pub(super) fn resident(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// How many files this process, and those it starts, may have open.
pub(super) fn open_files() -> Option<u64> {
    let limits = fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_ascii_whitespace().next()?.parse().ok()
}

/// How many processors there are.
pub(super) fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

const fn ticks(count: u64) -> Duration {
    Duration::from_millis(count * 1000 / TICKS_PER_SECOND)
}

/// Fields of `/proc/PID/stat` between the name and `utime`.
const USER_TIME: usize = 11;
/// `USER_HZ`: fixed at 100 wherever Linux shows times to programs.
const TICKS_PER_SECOND: u64 = 100;

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn this_process_uses_something() {
        let pid = std::process::id();
        let before = (processor_time(pid).unwrap(), busy_time().unwrap());
        let mut number = 1_u64;
        // The kernel counts the two by different clocks, so that neither says how far the other has come.
        while processor_time(pid).unwrap() <= before.0 || busy_time().unwrap() <= before.1 {
            (0..1_000_000).for_each(|_| number = std::hint::black_box(number.wrapping_mul(3)));
        }
        assert!(resident(pid).unwrap() > 100_000);
        assert!(open_files().unwrap() > 10);
    }

    #[test]
    fn of_what_is_not_there_nothing_is_known() {
        assert_eq!((processor_time(u32::MAX), resident(u32::MAX)), (None, None));
    }
}
