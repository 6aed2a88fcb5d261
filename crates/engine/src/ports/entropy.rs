/// Gives unpredictable bytes, for salts, keys and secrets.
pub trait Entropy: Send + Sync {
    /// Fills a buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// A text of random characters of an alphabet, which has at most 256 of them, all ASCII. Each is as likely as any other.
pub(crate) fn random_text(entropy: &dyn Entropy, alphabet: &[u8], length: usize) -> String {
    let fair = 256 - 256 % alphabet.len();
    let mut text = String::with_capacity(length);
    let mut buffer = [0; 32];
    while text.len() < length {
        entropy.fill(&mut buffer);
        let even = buffer.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < fair);
        text.extend(even.take(length - text.len()).map(|byte| char::from(alphabet[byte % alphabet.len()])));
    }
    text
}
