//! The configuration file of a production server. `etc/chancery.template.toml` shows every setting.

mod enom_settings;
mod knobs;
mod limits;
mod plan;
mod post;
mod rrp_settings;
mod safety;
mod wapi_settings;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use edge::journal;
use engine::policy::HouseRules;
use serde::{Deserialize, Deserializer, de::Error};

use crate::logging::{self, Format};
use crate::server::Addresses;
pub(crate) use enom_settings::EnomSettings;
pub(crate) use knobs::{ProtocolKnobs, Turnable};
pub(crate) use limits::Limits;
use post::{DeliverySettings, MailSettings};
pub(crate) use rrp_settings::RrpSettings;
pub(crate) use wapi_settings::WapiSettings;

/// A configuration file. Unknown settings are refused, so that none is thought to be in force and is not.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// The data folder.
    pub(crate) data: PathBuf,
    /// The folder with the policies of the zones; those compiled in if it is not given.
    policies: Option<PathBuf>,
    /// What the server calls itself.
    name: Option<String>,
    /// Where it listens. What is not given is not served.
    #[serde(default)]
    listen: Addresses,
    /// Its certificate.
    tls: Option<TlsFiles>,
    /// The balancers in front of it.
    #[serde(default)]
    balancers: Vec<NetworkText>,
    /// How much it takes.
    #[serde(default)]
    limits: Limits,
    /// Requests and answers.
    #[serde(default)]
    journal: JournalSettings,
    /// What may be posted where.
    #[serde(default)]
    delivery: DeliverySettings,
    /// From where secondary DNS zones are fetched.
    #[serde(default)]
    axfr: AxfrSettings,
    /// The mail server.
    mail: Option<MailSettings>,
    /// Rules that belong to no zone.
    #[serde(default)]
    house: HouseRules,
    /// WAPI.
    #[serde(default)]
    wapi: WapiSettings,
    /// RRPproxy and HEXONET.
    #[serde(default)]
    rrp: RrpSettings,
    /// Enom.
    #[serde(default)]
    enom: EnomSettings,
    /// The log.
    #[serde(default)]
    pub(crate) log: Log,
}

/// The files of a certificate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TlsFiles {
    /// The chain, leaf first (PEM).
    certificate: PathBuf,
    /// The private key of the leaf (PEM).
    key: PathBuf,
}

/// How requests and answers are kept.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct JournalSettings {
    enabled: bool,
    file_megabytes: u64,
    keep_files: u32,
}

/// From where secondary DNS zones are fetched.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct AxfrSettings {
    private_addresses: bool,
}

/// The log.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Log {
    /// Its form.
    pub(crate) format: Format,
    /// What is logged.
    pub(crate) level: String,
}

/// A network, read by the edge's rules.
#[derive(Clone, Copy, Debug)]
struct NetworkText(edge::Network);

impl Config {
    /// Reads a file. Paths in it are relative to its own folder.
    ///
    /// # Errors
    /// It cannot be read, or which setting is wrong, where and why.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("the configuration {} cannot be read", path.display()))?;
        let config: Self =
            toml::from_str(&text).with_context(|| format!("the configuration {}", path.display()))?;
        Ok(config.in_folder(path.parent().unwrap_or(Path::new("."))))
    }

    fn in_folder(mut self, folder: &Path) -> Self {
        self.data = folder.join(&self.data);
        self.policies = self.policies.map(|path| folder.join(path));
        self.mail = self.mail.map(|mail| mail.in_folder(folder));
        if let Some(files) = &mut self.tls {
            files.certificate = folder.join(&files.certificate);
            files.key = folder.join(&files.key);
        }
        self
    }
}

impl JournalSettings {
    fn settings(self) -> Option<journal::Settings> {
        self.enabled.then(|| journal::Settings {
            max_file_bytes: self.file_megabytes.max(1).saturating_mul(1 << 20),
            keep_files: self.keep_files,
            // Only the sandbox shows the last lines from memory.
            tail_bytes: 0,
            ..journal::Settings::default()
        })
    }
}

impl AxfrSettings {
    const fn reach(self) -> xfr::Reach {
        if self.private_addresses { xfr::Reach::Anywhere } else { xfr::Reach::Public }
    }
}

impl Default for JournalSettings {
    fn default() -> Self {
        Self { enabled: true, file_megabytes: 64, keep_files: 7 }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self { format: Format::Json, level: logging::DEFAULT_LEVEL.to_owned() }
    }
}

impl<'de> Deserialize<'de> for NetworkText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Self).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The template with its commented settings switched on: `#key = ` is a setting, `# text` a comment.
    fn switched_on() -> String {
        let uncommented = TEMPLATE.lines().map(|line| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with(' ') => setting,
            _ => line,
        });
        uncommented.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_template_is_a_configuration_and_its_values_are_the_defaults() {
        let config: Config = toml::from_str(TEMPLATE).unwrap();
        let all: Config = toml::from_str(&switched_on()).unwrap();
        let show = |config: &Config| {
            let Config { limits, journal, delivery, axfr, house, log, .. } = config;
            format!("{limits:?} {journal:?} {delivery:?} {axfr:?} {house:?} {log:?}")
        };
        assert_eq!(show(&config), show(&all), "the template shows the defaults");
        assert!(
            all.policies.is_some() && all.name.is_some() && !all.balancers.is_empty() && all.mail.is_some()
        );
    }

    #[test]
    fn the_template_shows_every_setting() {
        let shown = switched_on();
        for setting in [
            "data",
            "policies",
            "name",
            "epp",
            "nominet",
            "nominet_classic",
            "nominet_plain",
            "rrp",
            "http",
            "https",
            "certificate",
            "key",
            "balancers",
            "connections",
            "connections_per_address",
            "sessions_per_account",
            "sessions_per_address",
            "idle_seconds",
            "frame_seconds",
            "handshake_seconds",
            "stop_seconds",
            "enabled",
            "file_megabytes",
            "keep_files",
            "private_addresses",
            "plain_http",
            "host",
            "port",
            "encryption",
            "user",
            "password_file",
            "from",
            "longest_check",
            "most_host_addresses",
            "shortest_authinfo",
            "contact_transfer_days",
            "most_zones",
            "most_rows",
            "any_name",
            "name_servers",
            "most_name_servers",
            "most_axfr_addresses",
            "mailbox",
            "refresh",
            "retry",
            "expire",
            "minimum",
            "ttl",
            "default_ttl",
            "commit_seconds",
            "axfr_pause_seconds",
            "keep_deleted_days",
            "format",
            "level",
        ] {
            assert!(shown.lines().any(|line| line.starts_with(&format!("{setting} = "))), "{setting}");
        }
    }

    #[test]
    fn paths_are_relative_to_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("c.toml");
        fs::write(
            &path,
            "data = \"d\"\npolicies = \"/p\"\n[tls]\ncertificate = \"c.pem\"\nkey = \"k.pem\"\n",
        )
        .unwrap();
        let config = Config::read(&path).unwrap();
        assert_eq!(config.data, folder.path().join("d"));
        assert_eq!(config.policies, Some(PathBuf::from("/p")));
        assert_eq!(config.tls.unwrap().key, folder.path().join("k.pem"));
    }

    const TEMPLATE: &str = include_str!("../../../../etc/chancery.template.toml");
}
