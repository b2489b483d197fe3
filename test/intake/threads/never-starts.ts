throw new Error("the model is missing");
