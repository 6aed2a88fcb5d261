//! From the catalogue to files: Rust for the crate `outcomes`, a manual page of each protocol's codes for people.

mod codes;
mod outcome;
mod rust;
mod subject;
mod table;

use anyhow::Result;

use crate::catalogue::Catalogue;

/// One generated file.
pub(crate) struct Product {
    /// Its path from the workspace's root.
    pub(crate) path: String,
    /// Its whole text.
    pub(crate) text: String,
}

/// All generated files.
pub(crate) fn products(catalogue: &Catalogue) -> Result<Vec<Product>> {
    let generated = |name: &str| format!("crates/outcomes/src/generated/{name}.rs");
    let mut rust = vec![
        (generated("outcome"), outcome::file(catalogue)),
        (generated("operation"), subject::file(&subject::OPERATION, &catalogue.operations)),
        (generated("field"), subject::file(&subject::FIELD, &catalogue.fields)),
    ];
    rust.extend(catalogue.tables.iter().map(|table| (generated(&table.name), table::file(table))));
    let mut products = Vec::new();
    for (path, text) in rust {
        products.push(Product { path, text: rust::formatted(&text)? });
    }
    for table in &catalogue.tables {
        let path = format!("docs/protocols/{}/codes.md", table.name);
        products.push(Product { path, text: codes::page(table, catalogue) });
    }
    Ok(products)
}
