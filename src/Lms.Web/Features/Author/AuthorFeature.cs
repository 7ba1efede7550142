namespace Lms.Web.Features.Author;

public static class AuthorFeature
{
    public static void AddAuthor(this IServiceCollection services)
    {
        services.AddScoped<Desks>();
        services.AddScoped<PublishDraft>();
        services.AddScoped<PublishEffects>();
        services.AddScoped<Archive>();
    }
}
