//! How notices leave the server: posted to URLs, and by e-mail.

use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use courier::{Couriers, Encryption, HttpCourier, MailCourier, Postbox, Reach, Smtp};
use engine::model::{Email, Secret};
use serde::Deserialize;

use super::safety::refuse_open;
use crate::permissions::Others;

/// What may be posted where.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct DeliverySettings {
    private_addresses: bool,
    plain_http: bool,
}

/// The mail server that takes our mails.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MailSettings {
    host: String,
    port: Option<u16>,
    #[serde(default)]
    encryption: EncryptionName,
    user: Option<String>,
    password_file: Option<PathBuf>,
    from: String,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum EncryptionName {
    #[default]
    StartTls,
    Tls,
    None,
}

/// Who carries notices, by the settings.
///
/// # Errors
/// Which setting of `[mail]` is wrong or unsafe, and why.
pub(super) fn couriers(delivery: DeliverySettings, mail: Option<&MailSettings>) -> Result<Couriers> {
    let mail = mail.map(|mail| mail.courier().context("[mail]")).transpose()?;
    Ok(Couriers {
        url: HttpCourier::new(delivery.reach()),
        mail: mail.map(|courier| Arc::new(courier) as Arc<dyn Postbox>),
        forms: wapi::FORMS.to_vec(),
    })
}

impl DeliverySettings {
    const fn reach(self) -> Reach {
        if self.private_addresses { Reach::Anywhere } else { Reach::Public { plain: self.plain_http } }
    }
}

impl MailSettings {
    /// The same with paths relative to a folder.
    pub(super) fn in_folder(mut self, folder: &Path) -> Self {
        self.password_file = self.password_file.map(|path| folder.join(path));
        self
    }

    fn courier(&self) -> Result<MailCourier> {
        let encryption = self.encryption.into();
        if encryption == Encryption::None && !is_this_machine(&self.host) {
            bail!(
                "encryption = \"none\" would let anybody on the way to {} read and change the mails: use starttls or \
                 tls, or a mail server on this machine",
                self.host
            );
        }
        let from = Email::parse(&self.from).map_err(|refusal| anyhow!("from: {}", refusal.reason()))?;
        let smtp = Smtp { host: self.host.clone(), port: self.port, encryption, login: self.login()?, from };
        Ok(MailCourier::new(&smtp)?)
    }

    fn login(&self) -> Result<Option<(String, Secret)>> {
        match (&self.user, &self.password_file) {
            (None, None) => Ok(None),
            (Some(user), Some(path)) => Ok(Some((user.clone(), password(path)?))),
            _ => bail!("user and password_file go together: one of them is missing"),
        }
    }
}

impl From<EncryptionName> for Encryption {
    fn from(name: EncryptionName) -> Self {
        match name {
            EncryptionName::StartTls => Self::StartTls,
            EncryptionName::Tls => Self::Tls,
            EncryptionName::None => Self::None,
        }
    }
}

fn password(path: &Path) -> Result<Secret> {
    refuse_open("password_file", path, Others::OutsideGroup, "chmod o=")?;
    let text = fs::read_to_string(path)
        .with_context(|| format!("password_file: {} cannot be read", path.display()))?;
    Ok(Secret::new(text.trim_end_matches(['\r', '\n'])))
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(settings: &str) -> String {
        let mail: MailSettings = toml::from_str(settings).unwrap();
        let refused = couriers(DeliverySettings::default(), Some(&mail)).err();
        refused.map(|error| format!("{error:#}")).unwrap_or_default()
    }

    #[test]
    fn mails_leave_this_machine_encrypted() {
        let mail = |host, encryption| {
            refused(&format!("host = {host:?}\nfrom = \"noc@example.test\"\nencryption = {encryption:?}"))
        };
        assert!(mail("mail.example.test", "none").contains("starttls"));
        for (host, encryption) in [
            ("mail.example.test", "starttls"),
            ("mail.example.test", "tls"),
            ("127.0.0.1", "none"),
            ("::1", "none"),
        ] {
            assert_eq!(mail(host, encryption), "", "{host} {encryption}");
        }
    }

    #[test]
    fn a_wrong_setting_is_named() {
        assert!(refused("host = \"localhost\"\nfrom = \"noc\"").contains("from: noc is no e-mail address"));
        assert!(
            refused("host = \"localhost\"\nfrom = \"noc@example.test\"\nuser = \"u\"")
                .contains("password_file")
        );
        let missing =
            "host = \"localhost\"\nfrom = \"noc@example.test\"\nuser = \"u\"\npassword_file = \"/nowhere/p\"";
        assert!(refused(missing).contains("cannot be read"));
        assert!(
            toml::from_str::<MailSettings>("host = \"localhost\"\nfrom = \"a@example.test\"\npass = 1")
                .is_err()
        );
    }

    #[test]
    fn what_is_not_said_is_safe() {
        let nothing = DeliverySettings::default();
        assert_eq!(nothing.reach(), Reach::Public { plain: false });
        let private = DeliverySettings { private_addresses: true, ..nothing };
        assert_eq!(private.reach(), Reach::Anywhere);
    }
}
