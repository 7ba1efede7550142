using Lms.Domain.Courses;
using Lms.Web.Access;

namespace Lms.Web.Features.Courses;

public sealed record NoteBody(string? Text, int Revision);

/// <param name="Text">Set when another device wrote in between: both texts.</param>
public sealed record NoteKept(int Revision, DateTimeOffset SavedAt, string? Text);

public sealed record TickBody(bool IsTicked);

public sealed record PlaceBody(string? Block);

/// <summary>What the script of a lesson keeps as it is typed, ticked and read.</summary>
internal static class LessonsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var lessons = routes.MapGroup("/api/v1/lessons/{lesson:guid}");
        lessons.MapPut("/note", NoteAsync);
        lessons.MapPut("/ticks/{entry}", TickAsync);
        lessons.MapPut("/place", PlaceAsync);
    }

    private static async Task<IResult> NoteAsync(
        Guid lesson,
        NoteBody body,
        CurrentViewer current,
        KeepOwnWork keep
    )
    {
        if (current.Viewer.Person is not { } person || body.Text is not { } text)
        {
            return Results.NotFound();
        }

        return await keep.KeepNoteAsync(person, new(lesson), text, body.Revision) switch
        {
            NoteAnswer.Kept kept => Results.Ok(new NoteKept(kept.Revision, kept.At, null)),
            NoteAnswer.Joined joined => Results.Ok(
                new NoteKept(joined.Revision, joined.At, joined.Text)
            ),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> TickAsync(
        Guid lesson,
        string entry,
        TickBody body,
        CurrentViewer current,
        KeepOwnWork keep
    ) =>
        current.Viewer.Person is { } person
        && await keep.TickAsync(
            person,
            new(lesson),
            new Dictionary<string, bool> { [entry] = body.IsTicked }
        )
            ? Results.NoContent()
            : Results.NotFound();

    private static async Task<IResult> PlaceAsync(
        Guid lesson,
        PlaceBody body,
        CurrentViewer current,
        KeepPlace keep
    ) =>
        current.Viewer.Person is { } person
        && await keep.RunAsync(person, new ActivityId(lesson), body.Block ?? "")
            ? Results.NoContent()
            : Results.NotFound();
}
