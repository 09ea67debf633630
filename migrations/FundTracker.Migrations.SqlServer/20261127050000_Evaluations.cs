using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Evaluations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Evaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    MotherFund = table.Column<long>(type: "bigint", nullable: false),
                    Fund = table.Column<long>(type: "bigint", nullable: false),
                    Timing = table.Column<byte>(type: "tinyint", nullable: false),
                    Scheme = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SchemeVersion = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SchemeText = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    IsRetroactive = table.Column<bool>(type: "bit", nullable: false),
                    Stage = table.Column<byte>(type: "tinyint", nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    HandedInBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Document = table.Column<long>(type: "bigint", nullable: true),
                    KnownAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    ObjectionUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    SealedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    SealedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    SealedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: true),
                    Grade = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationEntries",
                columns: table => new
                {
                    Evaluation = table.Column<long>(type: "bigint", nullable: false),
                    Input = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Proof = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationEntries", x => new { x.Evaluation, x.Input });
                    table.ForeignKey(
                        name: "FK_EvaluationEntries_Evaluations_Evaluation",
                        column: x => x.Evaluation,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationEvents",
                columns: table => new
                {
                    Evaluation = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationEvents", x => new { x.Evaluation, x.Number });
                    table.ForeignKey(
                        name: "FK_EvaluationEvents_Evaluations_Evaluation",
                        column: x => x.Evaluation,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationReviews",
                columns: table => new
                {
                    Evaluation = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Reviewer = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Remark = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationReviews", x => new { x.Evaluation, x.Number });
                    table.ForeignKey(
                        name: "FK_EvaluationReviews_Evaluations_Evaluation",
                        column: x => x.Evaluation,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationScores",
                columns: table => new
                {
                    Evaluation = table.Column<long>(type: "bigint", nullable: false),
                    Review = table.Column<int>(type: "int", nullable: false),
                    Indicator = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: true),
                    Comment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationScores", x => new { x.Evaluation, x.Review, x.Indicator });
                    table.ForeignKey(
                        name: "FK_EvaluationScores_EvaluationReviews_Evaluation_Review",
                        columns: x => new { x.Evaluation, x.Review },
                        principalTable: "EvaluationReviews",
                        principalColumns: new[] { "Evaluation", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Fund_Scheme_Timing_Year",
                table: "Evaluations",
                columns: new[] { "Fund", "Scheme", "Timing", "Year" },
                unique: true,
                filter: "\"Stage\" <> 7");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_MotherFund",
                table: "Evaluations",
                column: "MotherFund");
            foreach (var table in new[] { "EvaluationEntries", "EvaluationEvents", "EvaluationReviews", "EvaluationScores" })
            {
                // A trigger must be alone in its batch; so the script of the migrations hands it over as text.
                migrationBuilder.Sql($"""
                    EXEC(N'CREATE TRIGGER "{table}_AppendOnly" ON "{table}" INSTEAD OF UPDATE, DELETE AS
                    BEGIN
                        SET NOCOUNT ON;
                        THROW 51000, ''{table} is only added to: correct by a new entry'', 1;
                    END');
                    """);
            }

            migrationBuilder.Sql("""
                EXEC(N'CREATE TRIGGER "Evaluations_SealedStays" ON "Evaluations" AFTER UPDATE, DELETE AS
                BEGIN
                    SET NOCOUNT ON;
                    IF EXISTS (SELECT 1 FROM deleted WHERE "Stage" = 6)
                    BEGIN
                        THROW 51000, ''A sealed evaluation is not changed'', 1;
                    END
                END');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvaluationEntries");

            migrationBuilder.DropTable(
                name: "EvaluationEvents");

            migrationBuilder.DropTable(
                name: "EvaluationScores");

            migrationBuilder.DropTable(
                name: "EvaluationReviews");

            migrationBuilder.DropTable(
                name: "Evaluations");
        }
    }
}
