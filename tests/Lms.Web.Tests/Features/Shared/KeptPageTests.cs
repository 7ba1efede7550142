using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Lms.Domain.Courses;
using Lms.Web.Tests.Features.Courses;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Shared;

/// <summary>A public page is made once, and is never anybody's own.</summary>
public sealed class KeptPageTests
{
    private const string Page = "/courses/added/only";

    private static readonly CourseManifest Public = AddedCourse.Manifest with
    {
        Access = CourseAccess.Public,
    };

    [Fact]
    public async Task A_second_reader_gets_the_same_bytes_and_a_third_who_has_them_none()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await AddedCourse.AddAsync(host, Public, "<p>Перший текст</p>");
        using var reader = host.Anonymous();

        using var made = await reader.GetAsync(Page);
        using var kept = await reader.GetAsync(Page);
        using var held = await AskAsync(reader, "br", made.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(
            await made.Content.ReadAsByteArrayAsync(),
            await kept.Content.ReadAsByteArrayAsync()
        );
        Assert.Equal(made.Headers.ETag, kept.Headers.ETag);
        Assert.Equal("no-cache", kept.Headers.CacheControl!.ToString());
        Assert.Equal(
            made.Headers.GetValues("Content-Security-Policy"),
            kept.Headers.GetValues("Content-Security-Policy")
        );
        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
        Assert.Empty(await held.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip, deflate")]
    [InlineData("br;q=0, gzip;q=0.5")]
    [InlineData("br;q=0")]
    [InlineData("identity")]
    public async Task Each_reader_gets_what_it_can_unpack(string accepted)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await AddedCourse.AddAsync(host, Public, "<p>Перший текст</p>");
        using var reader = host.Anonymous();
        var plain = await reader.GetStringAsync(Page);

        using var answer = await AskAsync(reader, accepted);

        var encoding = answer.Content.Headers.ContentEncoding.SingleOrDefault();
        Assert.Equal(
            accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip"
                : accepted == "br" ? "br"
                : null,
            encoding
        );
        Assert.Equal(plain, await UnpackAsync(answer, encoding));
    }

    [Fact]
    public async Task A_language_has_a_page_of_its_own()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await AddedCourse.AddAsync(host, Public, "<p>Перший текст</p>");
        using var ukrainian = host.Anonymous();
        using var english = host.Anonymous("en");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(
                "uk",
                (await ukrainian.OpenAsync(Page)).DocumentElement.GetAttribute("lang")
            );
            Assert.Equal(
                "en",
                (await english.OpenAsync(Page)).DocumentElement.GetAttribute("lang")
            );
        }
    }

    [Fact]
    public async Task Who_is_signed_in_never_gets_the_kept_page_nor_gives_theirs()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await AddedCourse.AddAsync(host, Public, "<p>Перший текст</p>");
        var learner = await host.SignedInAsync("specialist");
        using var nobody = host.Anonymous();

        var theirs = await learner.OpenAsync(Page);
        var everyones = await nobody.OpenAsync(Page);
        var again = await learner.OpenAsync(Page);

        Assert.NotNull(theirs.QuerySelector("#note"));
        Assert.NotNull(again.QuerySelector("#note"));
        Assert.Empty(everyones.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task A_new_version_is_seen_at_once()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var course = await AddedCourse.AddAsync(host, Public, "<p>Перший текст</p>");
        using var reader = host.Anonymous();
        using var before = await reader.GetAsync(Page);
        await course.PublishAsync(2, Public, ("uk", "<p>Другий текст</p>"));

        using var after = await AskAsync(reader, "br", before.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Другий текст", await UnpackAsync(after, "br"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_that_asks_for_an_account_is_not_opened_by_a_kept_page()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var course = await AddedCourse.AddAsync(host, Public, "<p>Перший текст</p>");
        using var reader = host.Anonymous();
        using var open = await reader.GetAsync(Page);
        await course.PublishAsync(2, AddedCourse.Manifest, ("uk", "<p>Другий текст</p>"));

        using var closed = await reader.GetAsync(Page);

        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(
        HttpClient reader,
        string accepted,
        EntityTagHeaderValue? held = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        if (held is not null)
        {
            request.Headers.IfNoneMatch.Add(held);
        }

        return await reader.SendAsync(request);
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage answer, string? encoding)
    {
        await using var packed = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
