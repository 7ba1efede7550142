using Lms.Domain.Courses;
using Lms.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class CourseTable : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.HasIndex(course => course.Slug).IsUnique();
        builder.HasMany(course => course.Versions).WithOne().HasForeignKey(v => v.CourseId);
        builder.HasMany(course => course.Activities).WithOne().HasForeignKey(a => a.CourseId);
        builder.HasMany(course => course.Archivals).WithOne().HasForeignKey(a => a.CourseId);
    }
}

internal sealed class ActivityTable : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder) =>
        builder.HasIndex(activity => new { activity.CourseId, activity.Slug }).IsUnique();
}

internal sealed class CourseVersionTable : IEntityTypeConfiguration<CourseVersion>
{
    public void Configure(EntityTypeBuilder<CourseVersion> builder)
    {
        builder.HasIndex(version => new { version.CourseId, version.Number }).IsUnique();
        builder.Property(version => version.Manifest).IsJson();
        builder
            .HasMany(version => version.Activities)
            .WithOne()
            .HasForeignKey(activity => activity.CourseVersionId);
        builder.HasMany(version => version.Banks).WithOne().HasForeignKey(b => b.CourseVersionId);
    }
}

internal sealed class ActivityVersionTable : IEntityTypeConfiguration<ActivityVersion>
{
    public void Configure(EntityTypeBuilder<ActivityVersion> builder)
    {
        builder.HasKey(activity => new { activity.CourseVersionId, activity.ActivityId });
        builder.HasOne<Activity>().WithMany().HasForeignKey(activity => activity.ActivityId);
        builder
            .HasMany(activity => activity.Texts)
            .WithOne()
            .HasForeignKey(text => new { text.CourseVersionId, text.ActivityId });
    }
}

internal sealed class ActivityTextTable : IEntityTypeConfiguration<ActivityText>
{
    public void Configure(EntityTypeBuilder<ActivityText> builder)
    {
        builder.HasKey(text => new
        {
            text.CourseVersionId,
            text.ActivityId,
            text.Language,
        });
        builder.Property(text => text.Lesson).IsJson();
        builder
            .Property(text => text.Quiz)
            .HasConversion(quiz => quiz!.Json, json => new QuizText(json));
        builder
            .Property(text => text.Case)
            .HasConversion(run => run!.Json, json => new CaseText(json));
        builder.Property(text => text.Deck).IsJson();
    }
}

internal sealed class BankTextTable : IEntityTypeConfiguration<BankText>
{
    public void Configure(EntityTypeBuilder<BankText> builder)
    {
        builder.HasKey(bank => new
        {
            bank.CourseVersionId,
            bank.Slug,
            bank.Language,
        });
        builder
            .Property(bank => bank.Questions)
            .HasConversion(quiz => quiz.Json, json => new QuizText(json));
    }
}

internal sealed class CourseArchivalTable : IEntityTypeConfiguration<CourseArchival>
{
    public void Configure(EntityTypeBuilder<CourseArchival> builder)
    {
        builder.HasKey(archival => archival.Position);
        builder.Property(archival => archival.Position).ValueGeneratedOnAdd();
    }
}

internal sealed class CourseTrainerTable : IEntityTypeConfiguration<CourseTrainer>
{
    public void Configure(EntityTypeBuilder<CourseTrainer> builder)
    {
        builder.HasKey(trainer => new { trainer.CourseId, trainer.AccountId });
        builder.HasOne<Course>().WithMany().HasForeignKey(trainer => trainer.CourseId);
        builder.HasOne<Account>().WithMany().HasForeignKey(trainer => trainer.AccountId);
    }
}
