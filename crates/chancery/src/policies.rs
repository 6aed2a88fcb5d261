//! Where the policies of the zones come from: compiled in, or a folder of the operator's.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use engine::model::Currency;
use engine::policy::{
    CertificatePolicy, ExchangeRates, HouseRules, MailPolicy, Policies, PrivacyPolicy, ProtectionPolicy, Zone,
};

/// The zones of the folder, or those that are compiled in where there is none.
///
/// # Errors
/// What is wrong in which file.
pub(crate) fn load(folder: Option<&Path>) -> Result<Vec<Zone>> {
    match folder {
        None => built_in(),
        Some(folder) => read(folder).with_context(|| format!("the policies in {}", folder.display())),
    }
}

/// What is sold beside registrations.
pub(crate) struct Services {
    protection: ProtectionPolicy,
    mail: MailPolicy,
    privacy: PrivacyPolicy,
    certificates: CertificatePolicy,
    exchange: ExchangeRates,
}

impl Services {
    /// The policies of the services in the folder, or those that are compiled in where there is no folder. A service
    /// without a file is not sold.
    ///
    /// # Errors
    /// What is wrong in which file.
    pub(crate) fn load(folder: Option<&Path>) -> Result<Self> {
        Ok(Self {
            protection: service(folder, PROTECTION, ProtectionPolicy::parse)?,
            mail: service(folder, MAIL, MailPolicy::parse)?,
            privacy: service(folder, PRIVACY, PrivacyPolicy::parse)?,
            certificates: service(folder, CERTIFICATES, CertificatePolicy::parse)?,
            exchange: service(folder, EXCHANGE, ExchangeRates::parse)?,
        })
    }

    /// The policies of zones, with these services.
    pub(crate) fn beside(self, zones: Policies) -> Policies {
        let zones = zones.with_protection(self.protection).with_mail(self.mail);
        let zones = zones.with_privacy(self.privacy);
        zones.with_certificates(self.certificates).with_exchange(self.exchange)
    }
}

fn service<P: Default>(
    folder: Option<&Path>,
    (name, built_in): (&str, &str),
    parse: fn(&str) -> Result<P, String>,
) -> Result<P> {
    let parse = |place: &str, text: &str| parse(text).map_err(|reason| anyhow!("{place}: {reason}"));
    let Some(folder) = folder else { return parse(name, built_in) };
    let path = folder.join("services").join(name);
    if !path.exists() {
        return Ok(P::default());
    }
    let place = path.display().to_string();
    parse(&place, &fs::read_to_string(&path).with_context(|| place.clone())?)
}

/// The policies of these zones.
///
/// # Errors
/// There is none, or two of the same name.
pub(crate) fn together(zones: Vec<Zone>, house: HouseRules) -> Result<Policies> {
    let mut names = HashSet::new();
    if let Some(twice) = zones.iter().find(|zone| !names.insert(zone.name.as_str())) {
        bail!("two policies are for the zone {}", twice.name);
    }
    if zones.is_empty() {
        bail!("there is no policy, so no name could be registered");
    }
    Ok(Policies::new(zones, house))
}

/// Whether a zone has prices in some currency.
pub(crate) fn has_prices(zone: &Zone) -> bool {
    Currency::ALL.into_iter().any(|currency| has_prices_in(zone, currency))
}

/// Whether a zone has prices in a currency.
pub(crate) fn has_prices_in(zone: &Zone, currency: Currency) -> bool {
    zone.prices.knows(currency)
}

fn built_in() -> Result<Vec<Zone>> {
    BUILT_IN.iter().map(|(name, text)| parse(name, text)).collect()
}

fn read(folder: &Path) -> Result<Vec<Zone>> {
    let mut paths = files(folder)?;
    paths.sort();
    paths.iter().map(|path| parse(&path.display().to_string(), &fs::read_to_string(path)?)).collect()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            paths.push(path);
        }
    }
    Ok(paths)
}

fn parse(place: &str, text: &str) -> Result<Zone> {
    Zone::parse(text).map_err(|reason| anyhow!("{place}: {reason}"))
}

/// The name of a service's file, and what is in the one that is compiled in.
const PROTECTION: (&str, &str) =
    ("protection.toml", include_str!("../../../policies/services/protection.toml"));
const MAIL: (&str, &str) = ("mail.toml", include_str!("../../../policies/services/mail.toml"));
const PRIVACY: (&str, &str) = ("privacy.toml", include_str!("../../../policies/services/privacy.toml"));
const CERTIFICATES: (&str, &str) =
    ("certificates.toml", include_str!("../../../policies/services/certificates.toml"));
const EXCHANGE: (&str, &str) = ("exchange.toml", include_str!("../../../policies/services/exchange.toml"));

macro_rules! policy_files {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../policies/", $name)))),+]
    };
}

const BUILT_IN: [(&str, &str); 12] = policy_files![
    "test.toml",
    "com.toml",
    "net.toml",
    "cz.toml",
    "eu.toml",
    "uk.toml",
    "co.uk.toml",
    "org.uk.toml",
    "me.uk.toml",
    "net.uk.toml",
    "ltd.uk.toml",
    "plc.uk.toml",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_policy_loads_and_has_the_name_of_its_file_and_its_prices() {
        let zones = load(None).unwrap();
        for (zone, (file, _)) in zones.iter().zip(BUILT_IN) {
            assert_eq!(format!("{}.toml", zone.name), file);
            for currency in [Currency::Usd, Currency::Eur, Currency::Gbp, Currency::Czk] {
                assert!(has_prices_in(zone, currency), "{file}: {currency:?}");
            }
        }
        let policies = together(zones, HouseRules::default()).unwrap();
        assert_eq!(policies.zones().count(), BUILT_IN.len());
    }

    #[test]
    fn every_policy_in_the_folder_is_compiled_in() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
        assert_eq!(read(&folder).unwrap().len(), BUILT_IN.len());
    }

    #[test]
    fn a_service_has_the_policy_of_its_folder() {
        let load = |folder| Services::load(folder).map(|services| (services.protection, services.mail));
        let (protection, mail) = load(None).unwrap();
        assert!(protection.sells_in(Currency::Usd) && mail.prices.contains_key(&Currency::Usd));
        let folder = tempfile::tempdir().unwrap();
        let at = Some(folder.path());
        assert_eq!(load(at).unwrap(), Default::default());
        let services = folder.path().join("services");
        fs::create_dir(&services).unwrap();
        fs::write(services.join("protection.toml"), "most_rules = 7\n").unwrap();
        fs::write(services.join("mail.toml"), "keep_days = 8\n").unwrap();
        let (protection, mail) = load(at).unwrap();
        assert_eq!((protection.most_rules, mail.keep_days), (7, 8));
        fs::write(services.join("mail.toml"), "rules = 7\n").unwrap();
        let error = format!("{:#}", load(at).unwrap_err());
        assert!(error.contains("mail.toml") && error.contains("line 1"), "{error}");
    }

    #[test]
    fn certificates_have_the_policy_of_their_folder() {
        let certificates = |folder| Services::load(folder).map(|services| services.certificates);
        let built_in = certificates(None).unwrap();
        assert!(built_in.products.values().all(|product| product.prices.knows(Currency::Usd)));
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(certificates(Some(folder.path())).unwrap(), CertificatePolicy::default());
    }

    #[test]
    fn a_policy_is_refused_with_its_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.toml"), "name = \"a\"\nname_server = [0, 4]\n").unwrap();
        let error = format!("{:#}", load(Some(folder.path())).unwrap_err());
        assert!(
            error.contains("a.toml") && error.contains("name_server") && error.contains("line 2"),
            "{error}"
        );
    }

    #[test]
    fn no_zone_and_the_same_zone_twice_are_refused() {
        let zone = || Zone::parse("name = \"a\"").unwrap();
        assert!(together(Vec::new(), HouseRules::default()).is_err());
        assert!(
            together(vec![zone(), zone()], HouseRules::default()).unwrap_err().to_string().contains("zone a")
        );
        assert!(!has_prices(&zone()));
    }
}
