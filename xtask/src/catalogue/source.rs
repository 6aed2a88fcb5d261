//! The files of the catalogue, as texts with the names that errors show.

use std::path::Path;

use anyhow::{Context, Result};

/// One file: its path from the workspace's root, and its text.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All files that declare something.
pub(crate) struct Sources {
    /// `catalogue/operations.toml`
    pub(crate) operations: Source,
    /// `catalogue/fields.toml`
    pub(crate) fields: Source,
    /// The other files of `catalogue/`, by name: one area of outcomes each.
    pub(crate) areas: Vec<Source>,
    /// `tables/epp/codes.toml`
    pub(crate) epp_codes: Source,
    /// The other files of `tables/epp/`, by name.
    pub(crate) epp_rows: Vec<Source>,
}

impl Sources {
    /// Reads the files below `root`, the workspace.
    pub(crate) fn load(root: &Path) -> Result<Self> {
        let mut catalogue = folder(root, "crates/outcomes/catalogue")?;
        let mut epp = folder(root, "crates/outcomes/tables/epp")?;
        Ok(Self {
            operations: take(&mut catalogue, "operations.toml")?,
            fields: take(&mut catalogue, "fields.toml")?,
            areas: catalogue,
            epp_codes: take(&mut epp, "codes.toml")?,
            epp_rows: epp,
        })
    }
}

fn folder(root: &Path, folder: &str) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(root.join(folder)).with_context(|| format!("cannot list {folder}"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".toml") {
            sources.push(read(root, format!("{folder}/{name}"))?);
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn read(root: &Path, path: String) -> Result<Source> {
    let text = std::fs::read_to_string(root.join(&path)).with_context(|| format!("cannot read {path}"))?;
    Ok(Source { path, text })
}

fn take(sources: &mut Vec<Source>, name: &str) -> Result<Source> {
    let at = sources
        .iter()
        .position(|source| source.path.ends_with(&format!("/{name}")))
        .with_context(|| format!("{name} is missing from the catalogue"))?;
    Ok(sources.remove(at))
}
