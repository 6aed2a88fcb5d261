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
    /// The folders of `tables/`, by name.
    pub(crate) protocols: Vec<Protocol>,
}

/// The files that tell how one protocol says the outcomes.
pub(crate) struct Protocol {
    /// The folder's name.
    pub(crate) name: String,
    /// `about.toml`
    pub(crate) about: Source,
    /// `codes.toml`
    pub(crate) codes: Source,
    /// `numbering.toml`, if its codes are put together of parts.
    pub(crate) numbering: Option<Source>,
    /// The other files, by name.
    pub(crate) rows: Vec<Source>,
}

impl Sources {
    /// Reads the files below `root`, the workspace.
    pub(crate) fn load(root: &Path) -> Result<Self> {
        let mut catalogue = folder(root, "crates/outcomes/catalogue")?;
        Ok(Self {
            operations: take(&mut catalogue, "operations.toml")?,
            fields: take(&mut catalogue, "fields.toml")?,
            areas: catalogue,
            protocols: names(root, TABLES)?
                .into_iter()
                .map(|name| Protocol::load(root, name))
                .collect::<Result<_>>()?,
        })
    }
}

impl Protocol {
    fn load(root: &Path, name: String) -> Result<Self> {
        let mut sources = folder(root, &format!("{TABLES}/{name}"))?;
        Ok(Self {
            name,
            about: take(&mut sources, "about.toml")?,
            codes: take(&mut sources, "codes.toml")?,
            numbering: take(&mut sources, "numbering.toml").ok(),
            rows: sources,
        })
    }
}

fn folder(root: &Path, folder: &str) -> Result<Vec<Source>> {
    let names = names(root, folder)?.into_iter().filter(|name| name.ends_with(".toml"));
    names.map(|name| read(root, format!("{folder}/{name}"))).collect()
}

/// What is in a folder, in order.
fn names(root: &Path, folder: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root.join(folder)).with_context(|| format!("cannot list {folder}"))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
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

const TABLES: &str = "crates/outcomes/tables";
