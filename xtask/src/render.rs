//! From the catalogue to files: Rust for the crate `outcomes`, a manual page for people.

mod codes;
mod epp;
mod outcome;
mod rust;
mod subject;

use anyhow::Result;

use crate::catalogue::Catalogue;

/// One generated file.
pub(crate) struct Product {
    /// Its path from the workspace's root.
    pub(crate) path: &'static str,
    /// Its whole text.
    pub(crate) text: String,
}

/// All generated files.
pub(crate) fn products(catalogue: &Catalogue) -> Result<Vec<Product>> {
    let rust = [
        ("crates/outcomes/src/generated/outcome.rs", outcome::file(catalogue)),
        (
            "crates/outcomes/src/generated/operation.rs",
            subject::file(&subject::OPERATION, &catalogue.operations),
        ),
        ("crates/outcomes/src/generated/field.rs", subject::file(&subject::FIELD, &catalogue.fields)),
        ("crates/outcomes/src/generated/epp.rs", epp::file(catalogue)),
    ];
    let mut products = Vec::new();
    for (path, text) in rust {
        products.push(Product { path, text: rust::formatted(&text)? });
    }
    products.push(Product { path: "docs/protocols/epp/codes.md", text: codes::page(catalogue) });
    Ok(products)
}
