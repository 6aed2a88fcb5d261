//! Requests as documents. They are written by hand, not with the server's own writer, so that a fault of that one
//! cannot hide.

use crate::{Answer, Path, path::NAMESPACES};

/// A whole document around `body`, with the usual prefixes that it uses declared on its root.
pub fn epp(body: &str) -> String {
    let used = NAMESPACES.iter().filter(|(prefix, _)| body.contains(&format!("{prefix}:")));
    let prefixes: String = used.map(|(prefix, uri)| format!(" xmlns:{prefix}=\"{uri}\"")).collect();
    let uri = crate::path::EPP;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<epp xmlns=\"{uri}\"{prefixes}>{body}</epp>"
    )
}

/// A command around its verb (and extension), with the client's id if there is one.
pub fn command(body: &str, client_id: Option<&str>) -> String {
    let client_id = client_id.map(|id| format!("<clTRID>{id}</clTRID>")).unwrap_or_default();
    epp(&format!("<command>{body}{client_id}</command>"))
}

/// A login with every service that a greeting offers.
pub(super) fn login(greeting: &Answer, account: &str, secret: &str) -> String {
    let uris = |path: &str| Path::parse(path).map(|path| greeting.texts(&path)).unwrap_or_default();
    command(&login_body(account, secret, None, &uris("objURI"), &uris("extURI")), None)
}

/// The verb of a login.
pub(crate) fn login_body(
    account: &str,
    secret: &str,
    new: Option<&str>,
    objects: &[String],
    extensions: &[String],
) -> String {
    let list = |name: &str, uris: &[String]| {
        uris.iter().map(|uri| format!("<{name}>{uri}</{name}>")).collect::<String>()
    };
    let new = new.map(|new| format!("<newPW>{}</newPW>", escaped(new))).unwrap_or_default();
    let extensions = match extensions {
        [] => String::new(),
        uris => format!("<svcExtension>{}</svcExtension>", list("extURI", uris)),
    };
    format!(
        "<login><clID>{}</clID><pw>{}</pw>{new}<options><version>1.0</version><lang>en</lang></options><svcs>{}{extensions}</svcs></login>",
        escaped(account),
        escaped(secret),
        list("objURI", objects),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
