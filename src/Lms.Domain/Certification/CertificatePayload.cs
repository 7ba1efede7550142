using System.Text.Json.Serialization;
using Lms.Domain.Courses;

namespace Lms.Domain.Certification;

/// <summary>
/// What is signed: everything the document claims, so that the holder's file proves itself without
/// the register. Its JSON has short keys and this order, because it must fit a square code that a
/// phone reads; an absent value has no key. Payloads of the first release have no <c>f</c> and long
/// keys; they stay valid.
/// </summary>
public sealed record CertificatePayload
{
    /// <summary>Longer ones make a code whose modules a phone cannot tell apart on paper.</summary>
    public const int MostBytes = 700;

    /// <summary>The form of the payload, for whoever reads it in ten years.</summary>
    [JsonPropertyName("f")]
    public int Form => 2;

    /// <summary>Full name of the provider; null when it found no room.</summary>
    [JsonPropertyName("i")]
    public string? Issuer { get; init; }

    /// <summary>Of the provider in the state register of bodies.</summary>
    [JsonPropertyName("ic")]
    public string? IssuerCode { get; init; }

    [JsonPropertyName("n")]
    public required string Number { get; init; }

    [JsonPropertyName("c")]
    public required string Code { get; init; }

    /// <summary>128 random bits, base64url, so that a digest in a log can never be guessed back to a name.</summary>
    [JsonPropertyName("s")]
    public required string Salt { get; init; }

    /// <summary>The full name as printed; always there.</summary>
    [JsonPropertyName("h")]
    public required string Holder { get; init; }

    /// <summary>The name in Latin letters; null when none is known or it found no room.</summary>
    [JsonPropertyName("hl")]
    public string? Latin { get; init; }

    /// <summary>Code of the course, or its slug when it has none.</summary>
    [JsonPropertyName("k")]
    public required string Course { get; init; }

    /// <summary>Null when it found no room.</summary>
    [JsonPropertyName("t")]
    public string? Title { get; init; }

    /// <summary>Of the course.</summary>
    [JsonPropertyName("v")]
    public required int Version { get; init; }

    /// <summary>All hours; on one's own and live together.</summary>
    [JsonPropertyName("a")]
    public required decimal Hours { get; init; }

    /// <summary>Of all hours, those with others at one time; null when none.</summary>
    [JsonPropertyName("l")]
    public decimal? LiveHours { get; init; }

    /// <summary>ECTS, one decimal; null when the hours make no tenth.</summary>
    [JsonPropertyName("e")]
    public decimal? Credits { get; init; }

    /// <summary>Acts as <c>id@edition</c>; null when there are none or they found no room.</summary>
    [JsonPropertyName("w")]
    public IReadOnlyList<string>? Law { get; init; }

    [JsonPropertyName("d")]
    public required DateOnly Issued { get; init; }

    /// <summary>The last day of validity; null when it does not end.</summary>
    [JsonPropertyName("u")]
    public DateOnly? ValidUntil { get; init; }

    /// <summary>
    /// SHA-256, base64url, of every text printed in every language, as the file carries them beside
    /// the signature: outcomes, form of study, signatory and whatever found no room above.
    /// </summary>
    [JsonPropertyName("x")]
    public required string TextsDigest { get; init; }

    /// <summary>
    /// This payload, then what of it may be left to <see cref="TextsDigest"/> alone when it is too
    /// long, step by step: nothing is cut, and the holder's name is never left out.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<CertificatePayload> Shortenings
    {
        get
        {
            var shorter = this;
            yield return shorter;
            yield return shorter = shorter with { Law = null };
            yield return shorter = shorter with { Latin = null };
            yield return shorter = shorter with { Issuer = null };
            yield return shorter with
            {
                Title = null,
            };
        }
    }

    public static IReadOnlyList<string>? Acts(IReadOnlyList<LawEdition> law) =>
        law.Count == 0
            ? null
            :
            [
                .. law.Select(one =>
                    FormattableString.Invariant($"{one.Act}@{one.Edition:yyyy-MM-dd}")
                ),
            ];
}
