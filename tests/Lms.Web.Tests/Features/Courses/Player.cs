using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>A learner in a case, with the plain forms of its pages.</summary>
internal sealed class Player(HttpClient client)
{
    public HttpClient Client => client;

    public Task<IHtmlDocument> OpenAsync() => client.OpenAsync(StoryContent.Address);

    public async Task BeginAsync()
    {
        using var answer = await client.SubmitAsync(StoryContent.Address, "form[action*='Begin']");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The button of one page, pressed many times before any answer came.</summary>
    public async Task BeginAtOnceAsync(int times)
    {
        var page = await OpenAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, times)
                .Select(_ =>
                    client.SubmitAsync(page, StoryContent.Address, "form[action*='Begin']")
                )
        );
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
    }

    /// <summary>Presses a button of the page as it stands now.</summary>
    public async Task ChooseAsync(int choice) =>
        Assert.Equal(HttpStatusCode.Redirect, await PressAsync(await OpenAsync(), choice));

    /// <summary>The same on a page opened before.</summary>
    public async Task<HttpStatusCode> PressAsync(IHtmlDocument page, int choice)
    {
        using var answer = await client.SubmitAsync(
            page,
            StoryContent.Address,
            "form#choices",
            ("choice", choice.ToString(CultureInfo.InvariantCulture))
        );
        return answer.StatusCode;
    }

    /// <summary>A choice in a run whose page was never this player's.</summary>
    public async Task<HttpStatusCode> ForgeAsync(Guid run, int choice)
    {
        var token = (await OpenAsync()).QuerySelector("input[name=__RequestVerificationToken]")!;
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token.GetAttribute("value")!,
            ["run"] = run.ToString(),
            ["step"] = "1",
            ["choice"] = choice.ToString(CultureInfo.InvariantCulture),
        };
        using var answer = await client.PostAsync(
            $"{StoryContent.Address}?handler=Choose",
            new FormUrlEncodedContent(fields)
        );
        return answer.StatusCode;
    }

    public async Task<string> WordsAsync() =>
        (await OpenAsync()).QuerySelector("main")!.TextContent;
}
