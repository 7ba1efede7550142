using Lms.Browser.Tests.Rooms;
using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Live;

/// <summary>A trainer with a computer to speak at and a phone to look at: the phone does not echo them.</summary>
[Collection(AloneCollection.Name)]
public sealed class RoomOwnVoiceTests(RoomServer server) : IClassFixture<RoomServer>, IAsyncLifetime
{
    private const int Enough = 4;
    private ToneBrowser tones = null!;

    public async ValueTask InitializeAsync() => tones = await ToneBrowser.StartAsync();

    public ValueTask DisposeAsync() => tones.DisposeAsync();

    [Fact]
    public async Task A_second_device_of_the_trainer_plays_no_word_of_their_own_while_others_hear_them()
    {
        var room = server.Plan();
        await using var trainer = await SignInAsync(room, "trainer");
        await trainer.EnterAsync();
        await trainer.Page.Locator("#lead-states .button").ClickAsync();
        await using var phone = await SignInAsync(room, "trainer");
        await phone.EnterAsync();
        await using var viewer = await SignInAsync(room, "specialist");
        await viewer.EnterAsync();
        await trainer.Page.ClickAsync("#voice");
        await Expect(trainer.Page.Locator("#level")).ToBeVisibleAsync();

        await viewer.Page.WaitForFunctionAsync(
            "(enough) => ear.played.notes.length >= enough",
            Enough
        );
        Assert.Empty(await phone.HeardAsync());
        Assert.Empty(await trainer.HeardAsync());
        Assert.All(new[] { trainer, phone, viewer }, one => one.Watch.AssertQuiet());
    }

    private async Task<RoomGuest> SignInAsync(Guid room, string account)
    {
        var guest = await RoomGuest.SignInAsync(tones.Browser, server.Process, account, account);
        await guest.OpenAsync(room);
        return guest;
    }
}
