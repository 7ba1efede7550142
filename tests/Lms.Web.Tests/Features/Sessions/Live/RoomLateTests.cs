using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>Whoever comes later knows what those know who were there.</summary>
public sealed class RoomLateTests
{
    [Fact]
    public async Task The_pace_that_others_asked_for_is_told_to_who_comes_after_it_changed()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var specialist = await stage.EnterAsync("specialist");
        await specialist.Connection.InvokeAsync("React", new { kind = "slower" });
        await UntilAsync(() => Slower(trainer) == 1);

        var late = await stage.EnterAsync("specialist2");

        await UntilAsync(() => Slower(late) == 1);
        Assert.Equal(1, Slower(late));
    }

    [Fact]
    public async Task A_vote_for_a_question_that_was_put_aside_is_found_again_when_it_is_shown_once_more()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var author = await stage.EnterAsync("specialist");
        var voter = await stage.EnterAsync("specialist2");
        var question = await author.DoneAsync(
            new
            {
                kind = "asked",
                text = "Куди телефонувати вночі?",
                anonymous = false,
            }
        );
        await voter.DoneAsync(
            new
            {
                kind = "askedVoted",
                question,
                isFor = true,
            }
        );
        await trainer.DoneAsync(
            new
            {
                kind = "askedSet",
                question,
                state = "dismissed",
            }
        );
        // Another device of theirs: it gets the room as it stands.
        var other = await stage.EnterAsync("specialist2");
        var stranger = await stage.EnterAsync("auditor");
        Assert.DoesNotContain("вночі", stranger.Room.Words(), StringComparison.Ordinal);

        var shown = await trainer.DoneAsync(
            new
            {
                kind = "askedSet",
                question,
                state = "shown",
            }
        );

        await Task.WhenAll(voter.KnowsAsync(shown), other.KnowsAsync(shown));
        Assert.Contains("\"mine\": true", voter.Room.Words(), StringComparison.Ordinal);
        Assert.Equal(voter.Room.Words(), other.Room.Words());
    }

    private static int? Slower(RoomVisitor visitor) =>
        visitor.Passing.LastOrDefault(one => one.TryGetProperty("pace", out _))
            is { ValueKind: JsonValueKind.Object } told
            ? told.GetProperty("pace").GetProperty("slower").GetInt32()
            : null;

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; tries < 200 && !isSo(); tries++)
        {
            await Task.Delay(25);
        }
    }
}
