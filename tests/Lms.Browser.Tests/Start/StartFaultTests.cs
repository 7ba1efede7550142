using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>A start that the machine refuses says why, in a sentence with a code.</summary>
public sealed class StartFaultTests
{
    [Fact]
    public async Task An_address_that_is_taken_and_a_damaged_database_are_told_in_a_sentence()
    {
        await using var other = await ServerProcess.StartPreparedAsync();
        var settings = new ServerSettings();
        var taken = await Product.RunAsync(
            settings.With("Urls", $"http://127.0.0.1:{other.Address.Port}"),
            "serve"
        );
        AssertTold(taken, "start-address:");

        Directory.Delete(settings.Data, recursive: true);
        Directory.CreateDirectory(settings.Data);
        await File.WriteAllTextAsync(
            Path.Combine(settings.Data, "lms.db"),
            string.Concat(Enumerable.Repeat("no database ", 1000))
        );
        AssertTold(await Product.RunAsync(settings.Environment, "serve"), "start-damaged:");

        Directory.Delete(settings.Data, recursive: true);
        await File.WriteAllTextAsync(settings.Data, "a file in the place of the folder");
        AssertTold(await Product.RunAsync(settings.Environment, "serve"), "start-disk:");
        File.Delete(settings.Data);
        Directory.Delete(other.Settings.Data, recursive: true);
    }

    private static void AssertTold(Ended ended, string code)
    {
        Assert.Equal(1, ended.Code);
        Assert.StartsWith(code, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }
}
