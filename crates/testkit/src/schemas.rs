use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, anyhow, ensure};
use tempfile::TempDir;
use uppsala::XsdValidator;

/// The XML schemas of EPP and its extensions, as judges of answers.
///
/// They are no part of the project. They are looked for in the folder that `CHANCERY_XSD` names, else beside the
/// workspace.
pub struct Schemas {
    driver: PathBuf,
    validator: XsdValidator,
}

impl Schemas {
    /// Loads the schemas; `None` where there are none.
    ///
    /// # Errors
    /// When they are there but cannot be read, or `CHANCERY_XSD` names a folder without them.
    pub fn load() -> Result<Option<Self>> {
        let named = env::var_os("CHANCERY_XSD").map(PathBuf::from);
        let folder =
            named.clone().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(BESIDE_THE_WORKSPACE));
        let driver = folder.join(DRIVER);
        if !driver.exists() {
            ensure!(named.is_none(), "CHANCERY_XSD names {}, where there is no {DRIVER}", folder.display());
            return Ok(None);
        }
        let text = fs::read_to_string(&driver)?;
        let document = uppsala::parse(&text).map_err(|error| anyhow!("{}: {error}", driver.display()))?;
        let validator = XsdValidator::from_schema_with_base_path(&document, Some(&driver));
        let validator = validator.map_err(|error| anyhow!("{}: {error}", driver.display()))?;
        Ok(Some(Self { driver, validator }))
    }

    /// What is wrong with a document, each with line and column; nothing where it is valid.
    pub fn judge(&self, document: &str) -> Vec<String> {
        if !has_schemas(document) {
            return Vec::new();
        }
        match uppsala::parse(document) {
            Ok(document) => self.validator.validate(&document).iter().map(ToString::to_string).collect(),
            Err(error) => vec![error.to_string()],
        }
    }

    /// What another validator, `xmllint`, says of many documents; `None` where it is not installed.
    ///
    /// # Errors
    /// When there is no room for temporary files.
    pub fn second_opinion<'a>(&self, documents: impl IntoIterator<Item = &'a str>) -> Result<Option<String>> {
        let folder = TempDir::new().context("making a temporary folder")?;
        let mut files = Vec::new();
        for (number, document) in documents.into_iter().filter(|one| has_schemas(one)).enumerate() {
            let file = folder.path().join(format!("{number}.xml"));
            fs::write(&file, document)?;
            files.push(file);
        }
        let mut complaints = String::new();
        for batch in files.chunks(BATCH) {
            let mut command = Command::new("xmllint");
            let Ok(output) =
                command.args(["--nonet", "--noout", "--schema"]).arg(&self.driver).args(batch).output()
            else {
                return Ok(None);
            };
            let said = String::from_utf8_lossy(&output.stderr);
            said.lines()
                .filter(|line| !line.ends_with(" validates") && !line.contains("Skipping import"))
                .for_each(|line| {
                    complaints.push_str(line);
                    complaints.push('\n');
                });
        }
        Ok(Some(complaints))
    }
}

fn has_schemas(document: &str) -> bool {
    !WITHOUT_SCHEMAS.iter().any(|space| document.contains(space))
}

const DRIVER: &str = "all-nominet.xsd";

/// What stands in documents whose schemas nobody has: the nom family of Nominet's, its resellers, which greetings of
/// the other family name too, and notifications of former versions.
const WITHOUT_SCHEMAS: [&str; 8] = [
    "/nom-domain-",
    "/nom-account-",
    "/nom-contact-",
    "/nom-ns-",
    "/nom-notifications-",
    "/std-notifications-1.0",
    "/std-notifications-1.1",
    "xmlns:reseller=",
];
const BESIDE_THE_WORKSPACE: &str = "../../../shared/reference/xsd";
/// Files that one command line may name.
const BATCH: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_judges_tell_valid_from_invalid() {
        let Some(schemas) = Schemas::load().unwrap() else {
            return crate::skipped("the schemas are not here: their judges are not tested");
        };
        let answer = |created: &str| {
            crate::epp(&format!(
                "<response><result code=\"1000\"><msg>Command completed successfully</msg></result><resData>\
                 <domain:creData><domain:name>a.test</domain:name>{created}</domain:creData></resData>\
                 <trID><svTRID>CHY-1</svTRID></trID></response>"
            ))
        };
        let sound = answer("<domain:crDate>2026-01-31T00:00:00.5Z</domain:crDate>");
        let wrong = answer("<domain:crDate>yesterday</domain:crDate>");
        let disordered = answer("<domain:exDate>2026-01-31T00:00:00Z</domain:exDate>");
        assert_eq!(schemas.judge(&sound), [""; 0]);
        for invalid in [&wrong, &disordered] {
            assert!(!schemas.judge(invalid).is_empty(), "{invalid}");
        }
        let documents = [sound.as_str(), &wrong, &disordered];
        if let Some(complaints) = schemas.second_opinion(documents).unwrap() {
            assert!(
                !complaints.contains("0.xml") && complaints.contains("1.xml") && complaints.contains("2.xml"),
                "{complaints}"
            );
        }
    }
}
