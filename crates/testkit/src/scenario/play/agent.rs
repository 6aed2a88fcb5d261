//! Requests of RRPproxy, HEXONET and Enom.

use super::super::{AccountLine, ApiLine, EnomLine, Variables};
use crate::api::{form, send};
use crate::{Answer, ApiFace, EnomForm, Server, enom};

/// Sends a request as a step says, on the face of the play unless the step has its own.
pub(super) struct Agent<'s> {
    pub(super) server: &'s Server,
    pub(super) accounts: &'s [AccountLine],
    /// The face of the play.
    pub(super) face: ApiFace,
    /// The form of answers of Enom in the play.
    pub(super) enom: EnomForm,
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

    /// Sends a request of Enom, and tells what came back.
    ///
    /// # Errors
    /// Why nothing did.
    pub(super) fn send_enom(&self, line: &EnomLine, variables: &Variables) -> Result<Answer, String> {
        let form = line.form.unwrap_or(self.enom);
        let pairs = match line.raw {
            true => variables.fill_known(&line.content)?,
            false => self.enom_pairs(line, form, variables)?,
        };
        let to = self.server.ready().listeners.http.ok_or("the server has no listener for HTTP")?;
        let text = enom::send(to, line.from, &pairs, line.way).map_err(|error| format!("{error:#}"))?;
        Ok(Answer::of_enom(text, form))
    }

    fn enom_pairs(&self, line: &EnomLine, form: EnomForm, variables: &Variables) -> Result<String, String> {
        let login = line.login.clone().unwrap_or_else(|| line.account.to_lowercase());
        let secret = match &line.secret {
            Some(secret) => variables.fill(secret)?,
            None => self.secret(&line.account)?,
        };
        let content = format!("command={}", variables.fill(&line.content)?.trim());
        let about = [("uid", login.as_str()), ("pw", &secret), ("ResponseType", form.name())];
        Ok(enom::form(&about, &content))
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
