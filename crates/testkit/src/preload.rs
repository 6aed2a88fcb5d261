use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::skipped;

/// Compiles a library that is preloaded into a server (`LD_PRELOAD`) to play tricks on it, such as a failing disk, and
/// tells where it is. `None`, said loudly, where that cannot be done: without a C compiler, or not on Linux.
pub fn preloadable(source: &Path, folder: &Path) -> Option<PathBuf> {
    let library = folder.join(source.file_stem()?).with_extension("so");
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source);
    let compiled = compiler.stdout(Stdio::null()).stderr(Stdio::null()).status();
    if cfg!(target_os = "linux") && compiled.is_ok_and(|status| status.success()) {
        return Some(library);
    }
    skipped(&format!("{} cannot be compiled and preloaded here", source.display()));
    None
}
