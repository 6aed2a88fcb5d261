//! `cargo xtask generate`: from the catalogue to the committed Rust files and manual pages.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::catalogue::{Catalogue, Sources};
use crate::render::{self, Product};
use crate::workspace;

/// Writes the generated files, or with `--check` fails if one of them is out of date.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let root = workspace::root();
    let products = products(&root)?;
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => write(&root, &products),
        ["--check"] => compare(&root, &products),
        other => bail!("generate takes nothing or --check, not {other:?}"),
    }
}

fn products(root: &Path) -> Result<Vec<Product>> {
    let catalogue = Catalogue::read(&Sources::load(root)?)?;
    render::products(&catalogue)
}

fn write(root: &Path, products: &[Product]) -> Result<()> {
    for product in stale(root, products) {
        let path = root.join(&product.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        std::fs::write(&path, &product.text).with_context(|| format!("cannot write {}", product.path))?;
        println!("wrote {}", product.path);
    }
    Ok(())
}

fn compare(root: &Path, products: &[Product]) -> Result<()> {
    let stale: Vec<&str> = stale(root, products).map(|product| product.path.as_str()).collect();
    if stale.is_empty() {
        return Ok(());
    }
    bail!("out of date, run `cargo xtask generate`:\n  {}", stale.join("\n  "))
}

/// The products whose file is missing or differs.
fn stale<'p>(root: &Path, products: &'p [Product]) -> impl Iterator<Item = &'p Product> {
    products.iter().filter(move |product| {
        std::fs::read_to_string(root.join(&product.path)).ok().as_deref() != Some(product.text.as_str())
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_files_are_what_the_catalogue_makes() {
        super::run(&["--check".to_owned()]).unwrap();
    }
}
