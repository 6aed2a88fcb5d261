//! Where the workspace is, and how a chore runs cargo in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The folder that holds the workspace's manifest.
pub(crate) fn root() -> PathBuf {
    // cargo sets it when it runs this program; what was compiled in may be an older place.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = Path::new(&here);
    here.parent().unwrap_or(here).to_path_buf()
}

/// Runs `cargo` with `arguments` in the workspace; its output goes to the terminal.
pub(crate) fn cargo(arguments: &[&str]) -> Result<()> {
    cargo_with(arguments, &[])
}

/// The same with some variables of the environment set.
pub(crate) fn cargo_with(arguments: &[&str], environment: &[(&str, &str)]) -> Result<()> {
    let line = arguments.join(" ");
    println!("cargo {line}");
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(program)
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(root())
        .status()
        .with_context(|| format!("cannot start cargo {line}"))?;
    ensure!(status.success(), "cargo {line} failed");
    Ok(())
}
