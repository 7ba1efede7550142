using System.Net;
using AngleSharp.Html.Dom;

namespace Lms.Web.Tests.Support;

/// <summary>Someone who lets people in, and what they hold in their hands afterwards.</summary>
public static class Inviter
{
    public const string Page = "/manage/people/invite";
    public const string Lebedyn = "UA59080110000034361";
    public const string Romny = "UA59060110000049734";
    public const string Passphrase = "чотири слова на папері";

    /// <summary>Of the people page's address: places that are none of a manager of <see cref="Lebedyn"/>.</summary>
    public static readonly IReadOnlyList<string> NoPlaces =
    [
        $"community={Romny}",
        "community=UA00000000000000000",
        $"community={new string('U', 101)}",
        // Around the manager's community, and no community itself.
        "community=UA59000000000057109",
        "institution=demo-centre-romny",
        "institution=nowhere",
        $"community={Lebedyn}&institution=demo-centre-romny",
    ];

    public static Task<HttpResponseMessage> InviteAsync(
        this HttpClient client,
        string family,
        string login,
        params (string Name, string Value)[] more
    ) =>
        client.SubmitAsync(
            Page,
            "main form",
            [
                ("Person.Family", family),
                ("Person.Given", "Оксана"),
                ("Person.Login", login),
                .. more.Length > 0 ? more : [("Person.Community", Lebedyn)],
            ]
        );

    /// <summary>The path that the square code on the sheet leads to.</summary>
    public static async Task<string> PaperAsync(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.ReadAsync();
        return new Uri(page.QuerySelector("#invitation-address")!.TextContent).AbsolutePath;
    }

    public static async Task<string> CodeAsync(this HttpResponseMessage answer)
    {
        var page = await answer.ReadAsync();
        return page.QuerySelector("#one-time-code")!.TextContent;
    }

    /// <summary>What a page says of the person, without what is another in every answer.</summary>
    public static string Words(this IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}
