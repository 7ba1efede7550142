namespace Lms.Domain.Quizzes;

/// <summary>A quiz as published, with its keys: it stays on the server.</summary>
/// <param name="Questions">Those of its own, in their order.</param>
public sealed record Quiz(QuizRules Rules, IReadOnlyList<Question> Questions)
{
    /// <summary>What is drawn from banks for each attempt, after the questions of its own.</summary>
    public IReadOnlyList<Draw> Draws { get; init; } = [];

    /// <summary>The banks of the same version that <see cref="Draws"/> name.</summary>
    public IReadOnlyList<Bank> Banks { get; init; } = [];

    /// <summary>Whether every bank that it draws from is there.</summary>
    public bool HasItsBanks => Draws.All(draw => Banks.Any(bank => bank.Slug == draw.From));

    /// <summary>What the banks may give to its draws, each question once.</summary>
    public IEnumerable<Question> Drawable =>
        Draws
            .SelectMany(draw =>
                Banks
                    .Where(bank => bank.Slug == draw.From)
                    .SelectMany(bank => bank.Tagged(draw.Tag))
            )
            .DistinctBy(question => question.Id);

    /// <summary>How many questions an attempt asks.</summary>
    public int Length => Questions.Count + Draws.Sum(draw => draw.Count);

    /// <summary>Of its own or of a bank it draws from; null when there is none of this id.</summary>
    public Question? Find(string id) =>
        Questions.SingleOrDefault(question => question.Id == id)
        ?? Banks.Select(bank => bank.Find(id)).FirstOrDefault(found => found is not null);

    public Question Question(string id) =>
        Find(id) ?? throw new InvalidOperationException($"The quiz has no question {id}.");

    /// <summary>The drawn questions: unseen first, then the least used; no question twice.</summary>
    internal IEnumerable<Question> Draw(IReadOnlyDictionary<string, int> uses, IChance chance)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return Draws
            .SelectMany(draw =>
                Banks
                    .Single(bank => bank.Slug == draw.From)
                    .Tagged(draw.Tag)
                    .Where(question => !taken.Contains(question.Id))
                    .GroupBy(question => uses.GetValueOrDefault(question.Id))
                    .OrderBy(group => group.Key)
                    .SelectMany(group => chance.Shuffled(group, draw.Count))
                    .Take(draw.Count)
                    .Where(question => taken.Add(question.Id))
            )
            .ToList();
    }
}

/// <summary>Questions taken from a bank for each attempt.</summary>
/// <param name="From">The bank's slug.</param>
/// <param name="Tag">Only questions with this tag; null for any.</param>
/// <param name="Count">1 and up; see <see cref="DrawSupply"/>.</param>
public sealed record Draw(string From, string? Tag, int Count);

/// <summary>Questions that quizzes of the same course draw from.</summary>
public sealed class Bank
{
    private readonly Dictionary<string, Question> byId;
    private readonly ILookup<string, Question> byTag;

    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public Bank(string slug, IReadOnlyList<Question> questions)
    {
        Slug = slug;
        Questions = questions;
        byId = questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        byTag = questions
            .SelectMany(question => question.Tags.Distinct().Select(tag => (tag, question)))
            .ToLookup(pair => pair.tag, pair => pair.question, StringComparer.Ordinal);
    }

    public string Slug { get; }

    public IReadOnlyList<Question> Questions { get; }

    /// <summary>Those that some question of it has.</summary>
    public IEnumerable<string> Tags => byTag.Select(tagged => tagged.Key);

    public Question? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>All of them when <paramref name="tag"/> is null.</summary>
    public IEnumerable<Question> Tagged(string? tag) => tag is null ? Questions : byTag[tag];
}
