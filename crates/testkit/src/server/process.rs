//! What the system says of a process, and signals that the standard library does not send.

use std::{fs, process::Command, time::Duration};

use anyhow::{Context, Result, ensure};

/// Resident memory in KiB, from `/proc`.
pub(super) fn resident_kib(pid: u32) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse()?)
}

/// User and system time together, from `/proc`. Linux counts it in hundredths of a second.
pub(super) fn processor_time(pid: u32) -> Result<Duration> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The name of the program, in parentheses, may hold spaces; what follows does not.
    let (_, fields) = stat.rsplit_once(')').context("no program name")?;
    let ticks = fields.split_ascii_whitespace().skip(11).take(2).map(str::parse::<u64>);
    let ticks = ticks.sum::<Result<u64, _>>()?;
    Ok(Duration::from_millis(ticks * 10))
}

/// Sends a signal to a process. The shell's own `kill` is on every system.
pub(super) fn send(signal: &str, pid: u32) -> Result<()> {
    let status = Command::new("sh").arg("-c").arg(format!("kill -{signal} {pid}")).status()?;
    ensure!(status.success(), "kill -{signal} {pid} failed");
    Ok(())
}
