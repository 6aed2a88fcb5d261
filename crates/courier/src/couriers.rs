use std::fmt;
use std::sync::Arc;

use engine::model::DeliveryTarget;
use engine::ports::{Cargo, Courier, Parcel, Undelivered};

use crate::http::HttpCourier;
use crate::letter;
use crate::mail::{Mail, Postbox};

/// A courier for each kind of target.
pub struct Couriers {
    /// For URLs.
    pub url: HttpCourier,
    /// For e-mail; without it no mail can be sent.
    pub mail: Option<Arc<dyn Postbox>>,
}

impl fmt::Debug for Couriers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Couriers").field("mail", &self.mail.is_some()).finish_non_exhaustive()
    }
}

impl Courier for Couriers {
    fn deliver(&self, parcel: &Parcel) -> Result<(), Undelivered> {
        match &parcel.cargo {
            Cargo::Notice { notice, target: DeliveryTarget::Url(url), secret } => {
                self.url.post(url, notice, secret.as_ref(), parcel)
            }
            Cargo::Notice { notice, target: DeliveryTarget::Mail(to), .. } => {
                self.post(&letter::of_notice(to, notice, &parcel.account))
            }
            Cargo::Letter(letter) => self.post(&letter::of_letter(letter)),
        }
    }
}

impl Couriers {
    fn post(&self, mail: &Mail) -> Result<(), Undelivered> {
        let unable = "no mail can be sent, because the server has no [mail] settings";
        self.mail.as_ref().ok_or_else(|| Undelivered::forbidden(unable))?.put(mail)
    }
}
