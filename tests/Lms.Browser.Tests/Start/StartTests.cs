using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>A start that cannot work does not happen, and says which setting is to blame.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Lms__Site__Address", "nonsense", "Lms:Site:Address")]
    [InlineData("Lms__Demo", "maybe", "Lms:Demo")]
    [InlineData("Lms__Dmeo", "Dmeo", "Dmeo")]
    [InlineData("Lms__Database__Provider", "Oracle", "Lms:Database:Provider")]
    [InlineData("Lms__Content", "/nowhere/at/all", "Lms:Content")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(
        string variable,
        string value,
        string setting
    )
    {
        var settings = new ServerSettings();
        var ended = await Product.RunAsync(settings.With(variable, value), "serve");

        Assert.Equal(1, ended.Code);
        Assert.Contains(setting, ended.Error, StringComparison.Ordinal);
        Assert.Contains(value, ended.Error, StringComparison.Ordinal);
        // A sentence, not the trace of an exception.
        Assert.DoesNotContain("   at ", ended.Words, StringComparison.Ordinal);
        Directory.Delete(settings.Data, recursive: true);
    }

    [Fact]
    public async Task A_demo_folder_is_served_by_one_process_ends_in_order_and_never_serves_in_earnest()
    {
        var settings = new ServerSettings();
        await using (var server = await ServerProcess.StartAsync(settings))
        {
            var second = await Product.RunAsync(
                (settings with { Port = settings.Port + 1 }).Environment,
                "serve"
            );
            Assert.Equal(1, second.Code);
            Assert.Contains("Lms:Data", second.Error, StringComparison.Ordinal);
            Assert.Equal(0, await server.StopAsync());
        }

        var earnest = await Product.RunAsync(
            (settings with { IsDemo = false }).Environment,
            "serve"
        );
        Assert.Equal(1, earnest.Code);
        Assert.Contains("Lms:Demo", earnest.Error, StringComparison.Ordinal);
        Directory.Delete(settings.Data, recursive: true);
    }
}
