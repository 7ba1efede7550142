using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Aiken;

/// <summary>
/// Reads Aiken (docs.moodle.org «Aiken format»): a line of text, options «A) …» or «A. …», and
/// «ANSWER: A».
/// </summary>
internal static class AikenReader
{
    public static ImportedFile Read(ImportFile file)
    {
        var taken = new TakenQuestions(file);
        var prose = new ForeignProse();
        foreach (var chunk in AikenChunks.Of(AikenLine.Of(file.Text)))
        {
            if (taken.IsFull(chunk[0].Offset))
            {
                break;
            }

            var (line, column) = file.PlaceOf(chunk[0].Offset);
            var scope = new QuestionScope(file, line, column);
            taken.Add(Question(chunk, prose, scope), scope);
        }

        return taken.All();
    }

    private static ImportedQuestion? Question(
        IReadOnlyList<AikenLine> chunk,
        ForeignProse prose,
        QuestionScope scope
    )
    {
        var options = chunk.Where(line => line.Kind == AikenKind.Option).ToList();
        var text = chunk.TakeWhile(line => line.Kind == AikenKind.Text).ToList();
        var key = KeyOf(chunk, options, scope);
        CheckText(chunk, text, options, scope);
        CheckLetters(options, scope);
        if (scope.IsRefused)
        {
            return null;
        }

        var answers = options.Select(
            (option, at) =>
                new GradedAnswer(
                    prose.Option(ForeignText.Plain(option.Text), scope),
                    at == key ? 100 : 0,
                    ""
                )
        );
        var prompt = string.Join(' ', text.Select(line => line.Text));
        return ChoiceRules.Of(isSingle: true, [.. answers], scope) is { } choice
            ? new(scope.Line, prose.Blocks(ForeignText.Plain(prompt), scope), choice)
            : null;
    }

    private static int KeyOf(
        IReadOnlyList<AikenLine> chunk,
        List<AikenLine> options,
        QuestionScope scope
    )
    {
        if (chunk is not [.., { Kind: AikenKind.Answer } answer])
        {
            scope.Say(options.Count == 0 ? AikenTexts.StrayText : AikenTexts.WithoutAnswer);
            return -1;
        }

        var letter = Latin(answer, scope);
        var key = options.FindIndex(option => AikenLetter.Latin(option.Letter) == letter);
        if (letter.Length == 0)
        {
            scope.At(answer.Offset).Say(AikenTexts.AnswerForm, answer.Text);
        }
        else if (key < 0)
        {
            scope.At(answer.Offset).Say(AikenTexts.AnswerUnknown, letter);
        }

        return key;
    }

    private static void CheckText(
        IReadOnlyList<AikenLine> chunk,
        List<AikenLine> text,
        List<AikenLine> options,
        QuestionScope scope
    )
    {
        if (text.Count == 0)
        {
            scope.Say(AikenTexts.WithoutText);
        }
        else if (text.Count > 1 && options.Count > 0)
        {
            scope.At(text[1].Offset).Say(AikenTexts.WrappedText);
        }

        foreach (var line in chunk.Skip(text.Count).Where(line => line.Kind == AikenKind.Text))
        {
            scope.At(line.Offset).Say(AikenTexts.WrappedOption);
        }
    }

    private static void CheckLetters(List<AikenLine> options, QuestionScope scope)
    {
        for (var at = 0; at < options.Count; at++)
        {
            var due = AikenLetter.Due(at);
            if (Latin(options[at], scope) != due)
            {
                scope.At(options[at].Offset).Say(AikenTexts.LetterOrder, options[at].Letter, due);
                return;
            }
        }
    }

    private static string Latin(AikenLine line, QuestionScope scope)
    {
        var latin = AikenLetter.Latin(line.Letter);
        if (latin != line.Letter)
        {
            scope.At(line.Offset).Say(AikenTexts.LookAlike, line.Letter, latin);
        }

        return latin;
    }
}
