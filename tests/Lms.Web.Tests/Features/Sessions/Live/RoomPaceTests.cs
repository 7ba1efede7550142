using System.Diagnostics;
using Lms.Web.Features.Sessions.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>A large room is told in turns, and nobody misses anything.</summary>
public sealed class RoomPaceTests
{
    [Theory]
    [InlineData(20, 0)]
    [InlineData(99, 0)]
    [InlineData(100, 10)]
    [InlineData(1_000, 100)]
    public void A_room_is_told_at_once_until_it_is_large(int connections, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RoomPace.Usual.PauseOf(connections));

    [Fact]
    public async Task What_is_said_in_one_pause_goes_in_one_message_and_back_to_who_said_it_at_once()
    {
        const int messages = 12;
        await using var stage = await RoomStage.SetAsync();
        stage.Host.Services.GetRequiredService<LiveRooms>().Pace = new(TimeSpan.FromSeconds(1));
        var trainer = await stage.BeginAsync();
        var listener = await stage.EnterAsync("specialist");
        var (heard, last) = (listener.Heard.Count, 0L);
        var began = Stopwatch.StartNew();
        for (var number = 0; number < messages; number++)
        {
            last = await trainer.DoneAsync(
                new
                {
                    kind = "chatPosted",
                    text = $"{number}",
                    toTrainers = false,
                }
            );
            // The trainer's own words stand on the trainer's screen before the others have them.
            await trainer.KnowsAsync(last);
        }

        var passed = (int)began.Elapsed.TotalSeconds;
        await listener.KnowsAsync(last);
        // One in each second that the acts took, and the last of a second that had begun.
        Assert.InRange(
            listener
                .Heard.Skip(heard)
                .Count(said => said.Contains("\"lines\"", StringComparison.Ordinal)),
            1,
            passed + 2
        );
        Assert.Equal(trainer.Room.Words(), listener.Room.Words());
    }
}
