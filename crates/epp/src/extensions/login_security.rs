//! Long passwords and security events at login (RFC 8807).

use engine::{Refusals, model::Secret};
use wire::xml::{Element, Writer};

use super::Extension;
use crate::{
    answer::Answer,
    login::{Login, secret},
    namespaces::LOGIN_SEC,
    services::Services,
    syntax::{self, Content},
};

pub(super) struct LoginSecurity;

impl Extension for LoginSecurity {
    fn uri(&self) -> &'static str {
        LOGIN_SEC
    }

    /// The passwords here stand in for those of the login command that are [`PLACEHOLDER`].
    fn read_login(
        &self,
        element: Element<'_, '_>,
        mut login: Login<Services>,
    ) -> Result<Login<Services>, Refusals> {
        if element.name() != "loginSec" {
            return Err(syntax::unexpected(element, "loginSec").into());
        }
        let mut content = Content::of(element, LOGIN_SEC)?;
        let _user_agent = content.optional("userAgent")?;
        let password = content.optional("pw")?;
        let new_password = content.optional("newPW")?;
        content.end()?;

        if let Some(password) = password.filter(|_| login.password == placeholder()) {
            login.password = secret(password)?;
        }
        if let Some(password) = new_password.filter(|_| login.new_password == Some(placeholder())) {
            login.new_password = Some(secret(password)?);
        }
        Ok(login)
    }

    fn speaks(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::LoggedIn { failed_logins: 1.. })
    }

    fn write(&self, answer: &Answer, xml: &mut Writer) {
        let Answer::LoggedIn { failed_logins } = answer else { return };
        xml.open_with("loginSec:loginSecData", &[("xmlns:loginSec", LOGIN_SEC)]);
        xml.open_with(
            "loginSec:event",
            &[
                ("type", "stat"),
                ("name", "failedLogins"),
                ("level", "warning"),
                ("value", &failed_logins.to_string()),
                ("duration", "P1D"),
                ("lang", "en"),
            ],
        );
        xml.text("Logins with this identifier failed within the last day").close().close();
    }
}

fn placeholder() -> Secret {
    Secret::new(PLACEHOLDER)
}

/// What the login command carries when the real password stands in the extension (RFC 8807 section 3.2).
const PLACEHOLDER: &str = "[LOGIN-SECURITY]";
