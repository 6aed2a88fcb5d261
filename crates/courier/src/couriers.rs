use std::fmt;
use std::sync::Arc;

use engine::model::DeliveryTarget;
use engine::ports::{Cargo, Courier, Form, Parcel, Undelivered};

use crate::http::HttpCourier;
use crate::letter;
use crate::mail::{Mail, Postbox};

/// A courier for each kind of target.
pub struct Couriers {
    /// For URLs.
    pub url: HttpCourier,
    /// For e-mail; without it no mail can be sent.
    pub mail: Option<Arc<dyn Postbox>>,
    /// Forms of notices that accounts may choose in the place of our own, by name.
    pub forms: Vec<(&'static str, Form)>,
}

impl fmt::Debug for Couriers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Couriers").field("mail", &self.mail.is_some()).finish_non_exhaustive()
    }
}

impl Courier for Couriers {
    fn deliver(&self, parcel: &Parcel) -> Result<(), Undelivered> {
        let (notice, target, secret, form) = match &parcel.cargo {
            Cargo::Notice { notice, target, secret, form } => (notice, target, secret, form),
            Cargo::Letter(letter) => return self.mail(&letter::of_letter(letter)),
        };
        let rendition = self.form(form.as_deref())(notice, &parcel.account);
        match target {
            DeliveryTarget::Url(url) => self.url.post(url, &rendition, secret.as_ref(), parcel),
            DeliveryTarget::Mail(to) => {
                self.mail(&letter::of_notice(to, notice, &parcel.account, rendition.mailed))
            }
        }
    }
}

impl Couriers {
    /// The form of this name; our own for one that this server does not know.
    fn form(&self, name: Option<&str>) -> Form {
        let known = self.forms.iter().find(|(known, _)| Some(*known) == name);
        known.map_or(letter::rendition as Form, |(_, form)| *form)
    }

    fn mail(&self, mail: &Mail) -> Result<(), Undelivered> {
        let unable = "no mail can be sent, because the server has no [mail] settings";
        self.mail.as_ref().ok_or_else(|| Undelivered::forbidden(unable))?.put(mail)
    }
}
