//! Who asks, where proxies stand in front: what `Forwarded` or `X-Forwarded-For` say, as far as they can be believed.
//!
//! Each proxy adds the address that it saw at the right. Read from there, everything up to the first address that is no
//! trusted proxy was written by one; what stands further left may have been written by anybody.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use ipnet::IpNet;

use super::fault::Fault;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Who asks, and how they reached the proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The address that the request comes from.
    pub address: IpAddr,
    /// Whether a trusted proxy says that it came by plain HTTP.
    pub plain: bool,
}

/// One proxy's word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Hop {
    address: Option<IpAddr>,
    plain: bool,
}

/// Who asks. Two headers that contradict each other are refused: one of them was not written by the proxy.
pub fn seen(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> Result<Seen, Fault> {
    let peer = peer.to_canonical();
    let believed = |address: IpAddr| trusted.iter().any(|network| network.contains(&address));
    if !believed(peer) {
        return Ok(Seen { address: peer, plain: false });
    }
    let forwarded: Vec<Hop> = elements(headers, &header::FORWARDED).map(hop).collect();
    let addresses: Vec<Hop> =
        elements(headers, &FORWARDED_FOR).map(|text| Hop { address: address(text), plain: false }).collect();
    let (one, two) = (walk(peer, &forwarded, believed), walk(peer, &addresses, believed));
    if !forwarded.is_empty() && !addresses.is_empty() && one.address != two.address {
        let why = "Forwarded and X-Forwarded-For contradict each other: let the proxy take away the one that it does not set";
        return Err(Fault::new(StatusCode::BAD_REQUEST, "BAD_USER_INPUT", why));
    }
    let seen = if forwarded.is_empty() { two } else { one };
    let said = elements(headers, &FORWARDED_PROTO).last().is_some_and(is_plain);
    Ok(Seen { plain: seen.plain || said, ..seen })
}

/// From the right to the first that is no trusted proxy, or as far as there are addresses.
fn walk(peer: IpAddr, hops: &[Hop], believed: impl Fn(IpAddr) -> bool) -> Seen {
    let mut seen = Seen { address: peer, plain: false };
    for hop in hops.iter().rev() {
        let Some(address) = hop.address else { break };
        seen = Seen { address, plain: hop.plain };
        if !believed(address) {
            break;
        }
    }
    seen
}

/// The elements of a list that may be spread over several lines.
fn elements<'a>(headers: &'a HeaderMap, name: &'a HeaderName) -> impl Iterator<Item = &'a str> {
    let lines = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or_default());
    lines.flat_map(|line| line.split(',')).map(str::trim)
}

/// An element of `Forwarded`: pairs, of which `for` and `proto` count.
fn hop(element: &str) -> Hop {
    let mut hop = Hop::default();
    for pair in element.split(';') {
        let Some((name, value)) = pair.split_once('=') else { continue };
        let value = value.trim().trim_matches('"');
        match name.trim().to_ascii_lowercase().as_str() {
            "for" => hop.address = address(value),
            "proto" => hop.plain = is_plain(value),
            _ => {}
        }
    }
    hop
}

fn is_plain(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http")
}

/// An address with or without a port: `192.0.2.7`, `192.0.2.7:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn read(peer: &str, pairs: &[(&'static str, &str)]) -> Result<(String, bool), Fault> {
        let trusted = ["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()];
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, HeaderValue::from_str(value).unwrap());
        }
        let seen = seen(peer.parse().unwrap(), &headers, &trusted)?;
        Ok((seen.address.to_string(), seen.plain))
    }

    /// From where, with which headers, and whose address that is.
    type Case<'a> = (&'a str, &'a [(&'static str, &'a str)], &'a str);

    #[test]
    fn only_a_trusted_proxy_is_believed_and_only_its_own_word() {
        let xff = "x-forwarded-for";
        let cases: &[Case<'_>] = &[
            ("192.0.2.1", &[], "192.0.2.1"),
            ("192.0.2.1", &[(xff, "198.51.100.9")], "192.0.2.1"),
            ("192.0.2.1", &[("forwarded", "for=198.51.100.9")], "192.0.2.1"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("::ffff:10.0.0.1", &[(xff, "198.51.100.9")], "198.51.100.9"),
            ("10.0.0.1", &[(xff, "198.51.100.9")], "198.51.100.9"),
            // What the client wrote stands left of what the proxy added.
            ("10.0.0.1", &[(xff, "203.0.113.5, 198.51.100.9")], "198.51.100.9"),
            ("10.0.0.1", &[(xff, "203.0.113.5"), (xff, "198.51.100.9")], "198.51.100.9"),
            ("10.0.0.1", &[(xff, "203.0.113.5, 198.51.100.9, 10.0.0.2")], "198.51.100.9"),
            ("10.0.0.1", &[(xff, "10.9.9.9, 198.51.100.9")], "198.51.100.9"),
            ("10.0.0.1", &[(xff, "10.9.9.9, 10.0.0.2")], "10.9.9.9"),
            ("10.0.0.1", &[(xff, "203.0.113.5, nonsense")], "10.0.0.1"),
            ("10.0.0.1", &[(xff, "203.0.113.5, nonsense, 10.0.0.2")], "10.0.0.2"),
            ("10.0.0.1", &[(xff, "198.51.100.9:4711")], "198.51.100.9"),
            ("10.0.0.1", &[(xff, "")], "10.0.0.1"),
            ("fd00::1", &[(xff, "2001:db8::7")], "2001:db8::7"),
            ("10.0.0.1", &[("forwarded", "for=\"[2001:db8::7]:4711\";proto=https")], "2001:db8::7"),
            ("10.0.0.1", &[("forwarded", "For=203.0.113.5, for=198.51.100.9;by=10.0.0.1")], "198.51.100.9"),
            ("10.0.0.1", &[("forwarded", "for=unknown")], "10.0.0.1"),
            ("10.0.0.1", &[("forwarded", "for=_hidden, for=10.0.0.2")], "10.0.0.2"),
            ("10.0.0.1", &[("forwarded", "for=198.51.100.9"), (xff, "198.51.100.9")], "198.51.100.9"),
        ];
        for (peer, headers, address) in cases {
            assert_eq!(read(peer, headers).unwrap().0, *address, "{peer} {headers:?}");
        }
        for forged in ["203.0.113.5", "unknown"] {
            let forged = format!("for={forged}");
            assert!(read("10.0.0.1", &[("forwarded", &forged), (xff, "198.51.100.9")]).is_err());
        }
    }

    #[test]
    fn the_scheme_is_what_the_proxy_says() {
        let plain = |peer: &str, pairs: &[(&'static str, &str)]| read(peer, pairs).unwrap().1;
        let proto = "x-forwarded-proto";
        assert!(plain("10.0.0.1", &[(proto, "http")]));
        assert!(!plain("10.0.0.1", &[(proto, "https")]));
        assert!(!plain("192.0.2.1", &[(proto, "http")]));
        assert!(plain("10.0.0.1", &[(proto, "https, http")]), "the last word is the proxy's");
        assert!(plain("10.0.0.1", &[("forwarded", "for=198.51.100.9;proto=http")]));
        assert!(!plain(
            "10.0.0.1",
            &[("forwarded", "for=203.0.113.5;proto=http, for=198.51.100.9;proto=https")]
        ));
    }
}
