//! Requests of RRPproxy and HEXONET.

use super::super::{AccountLine, ApiLine, Variables};
use crate::api::{form, send};
use crate::{Answer, ApiFace, Server};

/// Sends a request as a step says, on the face of the play unless the step has its own.
pub(super) struct Agent<'s> {
    pub(super) server: &'s Server,
    pub(super) accounts: &'s [AccountLine],
    /// The face of the play.
    pub(super) face: ApiFace,
}

impl Agent<'_> {
    /// Sends it, and tells what came back.
    ///
    /// # Errors
    /// Why nothing did.
    pub(super) fn send(&self, line: &ApiLine, variables: &Variables) -> Result<Answer, String> {
        let face = line.face.unwrap_or(self.face);
        let pairs = match line.raw {
            true => variables.fill_known(&line.content)?,
            false => self.pairs(line, face, variables)?,
        };
        let to = self.server.ready().listeners.http.ok_or("the server has no listener for HTTP")?;
        let text = send(to, line.from, &pairs, line.form).map_err(|error| format!("{error:#}"))?;
        Ok(Answer::of_api(text, face))
    }

    fn pairs(&self, line: &ApiLine, face: ApiFace, variables: &Variables) -> Result<String, String> {
        let fill = |text: &Option<String>| text.as_deref().map(|text| variables.fill(text)).transpose();
        let (session, user, otp) = (fill(&line.session)?, fill(&line.user)?, fill(&line.otp)?);
        let login = fill(&line.login)?.unwrap_or_else(|| line.account.to_lowercase());
        let secret = match (&session, &line.secret) {
            (Some(_), None) => String::new(),
            (_, Some(secret)) => variables.fill(secret)?,
            (None, None) => self.secret(&line.account)?,
        };
        let is_cnr = face == ApiFace::Cnr;
        let (session, user) = (session.unwrap_or_default(), user.unwrap_or_default());
        let mut about = vec![("s_login", login.as_str()), ("s_pw", &secret)];
        about.retain(|(name, _)| *name != "s_login" || is_cnr || session.is_empty());
        about.push((if is_cnr { "s_sessionid" } else { "s_session" }, &session));
        about.push((if is_cnr { "subuser" } else { "s_user" }, &user));
        about.push(("s_otp", otp.as_deref().unwrap_or_default()));
        about.push(match (is_cnr, line.test) {
            (true, true) => ("s_opmode", "OTE"),
            (true, false) => ("s_opmode", ""),
            (false, true) => ("s_entity", "1234"),
            (false, false) => ("s_entity", "54cd"),
        });
        let content = variables.fill(&line.content)?;
        let command = match content.trim() {
            "" => String::new(),
            content => format!("COMMAND={content}"),
        };
        Ok(form(&about, &command, line.form))
    }

    fn secret(&self, account: &str) -> Result<String, String> {
        let own = self.accounts.iter().find(|known| known.name == account).map(|known| known.secret.clone());
        let known = || self.server.ready().secret(account).map(str::to_owned);
        own.or_else(known)
            .ok_or_else(|| format!("nothing is known of an account {account}: say its `secret`"))
    }
}
