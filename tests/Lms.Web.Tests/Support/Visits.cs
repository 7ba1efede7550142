using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Lms.Web.Tests.Support;

/// <summary>What people do with pages: open them, fill their forms and press their buttons.</summary>
public static class Visits
{
    public const string Password = "Demo-Sumy-2026-LMS";

    public static async Task<IHtmlDocument> OpenAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.ReadAsync();
    }

    public static async Task<IHtmlDocument> ReadAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public static async Task SignInAsync(
        this HttpClient client,
        string email,
        string password = Password
    )
    {
        using var answer = await client.SubmitAsync(
            "/account/login",
            "main form",
            ("Email", email),
            ("Password", password)
        );
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{email} could not sign in: {answer.StatusCode}.");
        }
    }

    /// <summary>
    /// Opens the page, fills <paramref name="fields"/> into the form and posts it as a browser without
    /// scripts would. A field given several times is sent several times.
    /// </summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        string address,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var page = await client.OpenAsync(address);
        return await client.SubmitAsync(page, address, form, fields);
    }

    public static Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        IHtmlDocument page,
        string address,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var found =
            page.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"{address} has no form '{form}'.");
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var values = found
            .Elements.Select(Sent)
            .OfType<(string Name, string Value)>()
            .Where(field => !names.Contains(field.Name))
            .Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var target = found.GetAttribute("action") is { Length: > 0 } action ? action : address;
        return client.PostAsync(target, new FormUrlEncodedContent(values));
    }

    private static (string Name, string Value)? Sent(AngleSharp.Dom.IElement control) =>
        control switch
        {
            IHtmlInputElement { Name: { } name, IsDisabled: false } input
                when input.Type is not ("radio" or "checkbox" or "file") || input.IsChecked => (
                name,
                input.Value
            ),
            IHtmlSelectElement { Name: { } name } select => (name, select.Value ?? ""),
            IHtmlTextAreaElement { Name: { } name } area => (name, area.Value),
            _ => null,
        };
}
