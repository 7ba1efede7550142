using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>What learners see is always the last good version.</summary>
public sealed class PublishTests
{
    private const string Address = "/courses/k1-basics";
    private const string Old = "Торгівля людьми: що має знати кожен у громаді";
    private const string Fresh = "Нова назва курсу";

    [Fact]
    public async Task A_broken_course_never_replaces_the_good_version_and_a_mended_one_does()
    {
        using var content = new ContentCopy();
        var settings = new ServerSettings { Content = content.Folder };
        await using (
            var server = await ServerProcess.StartPreparedAsync(settings, TestContent.Root)
        )
        {
            content.Revise(2, Fresh);
            content.BreakTheQuiz();
            var broken = await Product.RunAsync(settings.Environment, "publish", "k1-basics");
            Assert.Equal(1, broken.Code);
            Assert.Contains($"{ContentCopy.QuizFile}:", broken.Output, StringComparison.Ordinal);
            await Task.Delay(TimeSpan.FromSeconds(6));
            Assert.Equal(Old, await TitleAsync(server));
        }

        // Nor does a new start replace it.
        await using (var server = await ServerProcess.StartAsync(settings))
        {
            Assert.Equal(Old, await TitleAsync(server));
            content.Mend();
            var mended = await Product.RunAsync(settings.Environment, "publish", "k1-basics");
            Assert.Equal(0, mended.Code);
            await Soon.ComesAsync(
                "the new title",
                () => TitleAsync(server).Result == Fresh ? Fresh : null
            );
        }

        Directory.Delete(settings.Data, recursive: true);
    }

    private static async Task<string> TitleAsync(ServerProcess server)
    {
        using var client = server.NewClient();
        var page = await client.OpenAsync(Address);
        return page.QuerySelector("h1")!.TextContent;
    }
}
