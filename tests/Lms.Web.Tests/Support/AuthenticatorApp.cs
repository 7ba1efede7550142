using System.Net;
using AngleSharp.Html.Dom;
using Lms.Web.Features.Account.Security;

namespace Lms.Web.Tests.Support;

/// <summary>The app on a phone that shows codes: it knows the key that a person typed into it.</summary>
public sealed class AuthenticatorApp(TimeProvider time, string key)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly byte[] secret = Decode(key.Replace(" ", "", StringComparison.Ordinal));

    public string Code(int stepsAhead = 0) =>
        Totp.Code(secret, Totp.StepAt(time.GetUtcNow()) + stepsAhead);

    /// <summary>Sets the second factor up on the page, as whoever is signed in.</summary>
    public static async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> SetUpAsync(
        TimeProvider time,
        HttpClient client
    )
    {
        const string address = "/account/security/second-factor";
        var page = await client.OpenAsync(address);
        var app = new AuthenticatorApp(time, page.QuerySelector("#key")!.TextContent);
        using var answer = await client.SubmitAsync(
            page,
            address,
            "main form",
            ("Code", app.Code())
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (app, CodesOn(await answer.ReadAsync()));
    }

    public static IReadOnlyList<string> CodesOn(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)];

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(
            text.Select(letter =>
                Convert
                    .ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2)
                    .PadLeft(5, '0')
            )
        );
        return
        [
            .. bits.Chunk(8)
                .Where(eight => eight.Length == 8)
                .Select(eight => Convert.ToByte(new string(eight), 2)),
        ];
    }
}
