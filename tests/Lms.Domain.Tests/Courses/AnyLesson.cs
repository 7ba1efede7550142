using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Lms.Domain.Courses;

namespace Lms.Domain.Tests.Courses;

/// <summary>Random versions of a lesson, as the content reader would hand them over.</summary>
internal static class AnyLesson
{
    private static readonly Gen<string> Text = Gen.Int[0, 11]
        .Array[0, 6]
        .Select(words =>
            string.Join(
                ' ',
                words.Select(word => $"слово{word.ToString(CultureInfo.InvariantCulture)}")
            )
        );

    private static readonly Gen<(
        string Text,
        string Section,
        LessonBlockKind Kind,
        int Written
    )> Raw = Gen.Select(
        Text,
        Gen.OneOf(Gen.Const(""), Gen.Const("signs"), Gen.Const("law")),
        Gen.OneOf(Gen.Const(LessonBlockKind.Paragraph), Gen.Const(LessonBlockKind.List)),
        Gen.Int[0, 9]
    );

    /// <summary>Every tenth block or so has a written id.</summary>
    public static readonly Gen<IReadOnlyList<LessonBlock>> Draft = Raw.Array[0, 12].Select(DraftOf);

    /// <summary>A version with stable ids, made of drafts that came one after another.</summary>
    public static readonly Gen<IReadOnlyList<LessonBlock>> Published = Draft
        .Array[1, 4]
        .Select(drafts =>
            drafts.Aggregate<IReadOnlyList<LessonBlock>, IReadOnlyList<LessonBlock>>([], Publish)
        );

    public static IReadOnlyList<LessonBlock> Publish(
        IReadOnlyList<LessonBlock> previous,
        IReadOnlyList<LessonBlock> draft
    )
    {
        var ids = LessonBlocks.Carry(previous, draft, "k1/first");
        return
        [
            .. draft.Select(block => block with { Id = ids.GetValueOrDefault(block.Id, block.Id) }),
        ];
    }

    /// <summary>The same blocks as a folder would give them again: with draft ids.</summary>
    public static IReadOnlyList<LessonBlock> AsDraft(this IEnumerable<LessonBlock> version) =>
        [
            .. version.Select(
                (block, index) =>
                    block.IsWritten ? block : block with { Id = DraftId(block.Hash, index) }
            ),
        ];

    public static LessonBlock Block(
        string text,
        string section = "",
        LessonBlockKind kind = LessonBlockKind.Paragraph
    )
    {
        var hash = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {text}"))
        );
        return new(DraftId(hash, 0), false, hash, section, kind, text);
    }

    private static IReadOnlyList<LessonBlock> DraftOf(
        (string Text, string Section, LessonBlockKind Kind, int Written)[] raw
    )
    {
        var written = new HashSet<string>();
        var blocks = new List<LessonBlock>();
        foreach (var (index, one) in raw.Index())
        {
            var block = Block(one.Text, one.Section, one.Kind);
            var name = $"w-{one.Text.Length}";
            blocks.Add(
                one.Written == 0 && written.Add(name)
                    ? block with
                    {
                        Id = name,
                        IsWritten = true,
                    }
                    : block with
                    {
                        Id = DraftId(block.Hash, index),
                    }
            );
        }

        return blocks;
    }

    private static string DraftId(string hash, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"d-{hash[..12]}-{index}");
}
