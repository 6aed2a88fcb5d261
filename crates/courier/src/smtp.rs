use std::time::{Duration, SystemTime, UNIX_EPOCH};

use engine::model::{Email, Instant, Secret};
use engine::ports::Undelivered;
use lettre::address::AddressError;
use lettre::message::Mailbox;
use lettre::transport::smtp::{
    Error, SmtpTransport,
    authentication::Credentials,
    client::{Tls, TlsParameters},
    extension::ClientId,
};
use lettre::{Address, Message, Transport};

use crate::mail::{Mail, Postbox};

/// The mail server that takes our mails.
#[derive(Clone, Debug)]
pub struct Smtp {
    /// Its name, which its certificate has to bear.
    pub host: String,
    /// Its port; the usual one of the encryption if it is not given.
    pub port: Option<u16>,
    /// How the connection is encrypted.
    pub encryption: Encryption,
    /// Login name and password, if it wants them.
    pub login: Option<(String, Secret)>,
    /// From whom the mails are.
    pub from: Email,
}

/// How the connection to the mail server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// By STARTTLS, which the server has to offer (RFC 3207). Port 587.
    StartTls,
    /// From the first byte (RFC 8314). Port 465.
    Tls,
    /// Not at all: for a server on this machine. Port 25.
    None,
}

/// Why settings of a mail server cannot be used.
#[derive(Debug)]
pub enum SmtpError {
    /// The name of the host is none that a certificate could bear.
    Host(Error),
    /// The sender's address cannot be written into a mail.
    From(AddressError),
}

impl std::fmt::Display for SmtpError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Host(error) => write!(f, "host: {error}"),
            Self::From(error) => write!(f, "from: {error}"),
        }
    }
}

impl std::error::Error for SmtpError {}

/// Sends mails by SMTP (RFC 5321), each on a connection of its own: there are few, and none has to be kept alive.
pub struct MailCourier {
    transport: SmtpTransport,
    from: Mailbox,
    host: String,
}

impl MailCourier {
    /// A courier that hands its mails to a server. Connects to nothing yet.
    ///
    /// # Errors
    /// The host or the sender cannot be used.
    pub fn new(smtp: &Smtp) -> Result<Self, SmtpError> {
        let from: Address = smtp.from.as_str().parse().map_err(SmtpError::From)?;
        let domain = from.domain().to_owned();
        let mut builder = SmtpTransport::builder_dangerous(&smtp.host)
            .tls(tls(smtp)?)
            .port(smtp.port.unwrap_or(smtp.encryption.port()))
            .hello_name(ClientId::Domain(domain.clone()))
            .timeout(Some(LONGEST_STEP));
        if let Some((user, password)) = &smtp.login {
            // The library's own type holds the password from here on.
            builder = builder.credentials(Credentials::new(user.clone(), password.expose().to_owned()));
        }
        Ok(Self { transport: builder.build(), from: Mailbox::new(None, from), host: domain })
    }

    fn message(&self, mail: &Mail) -> Result<Message, Undelivered> {
        let to: Address = mail.to.as_str().parse().map_err(Undelivered::forbidden)?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .date(system_time(mail.at))
            .message_id(Some(format!("<{}@{}>", mail.id, self.host)))
            .subject(mail.subject.as_str())
            .body(mail.text.clone())
            .map_err(Undelivered::forbidden)
    }
}

impl Postbox for MailCourier {
    fn put(&self, mail: &Mail) -> Result<(), Undelivered> {
        let message = self.message(mail)?;
        self.transport.send(&message).map(drop).map_err(|error| undelivered(&error))
    }
}

impl Encryption {
    const fn port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

fn tls(smtp: &Smtp) -> Result<Tls, SmtpError> {
    let parameters = || TlsParameters::new(smtp.host.clone()).map_err(SmtpError::Host);
    Ok(match smtp.encryption {
        Encryption::StartTls => Tls::Required(parameters()?),
        Encryption::Tls => Tls::Wrapper(parameters()?),
        Encryption::None => Tls::None,
    })
}

/// A refusal of the server is worth another attempt as well: mailboxes are full for a while, and settings get mended.
fn undelivered(error: &Error) -> Undelivered {
    let message = format!("the mail server: {error}");
    if error.is_permanent() || error.is_transient() || error.is_response() {
        Undelivered::refused(message)
    } else {
        Undelivered::unreachable(message)
    }
}

fn system_time(at: Instant) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(at.millis().max(0).unsigned_abs())
}

/// For each step of the conversation, of which there are about eight.
const LONGEST_STEP: Duration = Duration::from_secs(10);
